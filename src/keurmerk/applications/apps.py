from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "keurmerk.applications"
    verbose_name = "aanvragen"

    def ready(self) -> None:
        from keurmerk.applications.service import following  # noqa: PLC0415 - models must be there
        from keurmerk.certification.hearers import hear_changes_with  # noqa: PLC0415

        hear_changes_with(following.follow)
