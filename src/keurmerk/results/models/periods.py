"""The measuring period of a row: two dates, kept in order by the database."""

from django.db import models

from rulebook.kernel.period import MeasuringPeriod


class OverPeriod(models.Model):
    period_first = models.DateField("eerste dag van de Meetperiode")
    period_last = models.DateField("laatste dag van de Meetperiode")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_last__gt=models.F("period_first")),
                name="%(class)s_period_ends_after_start",
            )
        ]

    @property
    def period(self) -> MeasuringPeriod:
        return MeasuringPeriod(self.period_first, self.period_last)
