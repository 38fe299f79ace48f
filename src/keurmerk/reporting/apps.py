from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "keurmerk.reporting"
    verbose_name = "meldingen"

    def ready(self) -> None:
        from keurmerk.certification.hearers import hear_changes_with  # noqa: PLC0415 - models must be there
        from keurmerk.reporting.service import granted  # noqa: PLC0415

        hear_changes_with(granted.follow)
