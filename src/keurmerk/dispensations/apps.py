from django.apps import AppConfig


class DispensationsConfig(AppConfig):
    name = "keurmerk.dispensations"
    verbose_name = "ontheffingen"

    def ready(self) -> None:
        from keurmerk.certification.lawful import tell_lawful_with  # noqa: PLC0415 - models must be there
        from keurmerk.dispensations.queries import lawful_of  # noqa: PLC0415

        tell_lawful_with(lawful_of)
