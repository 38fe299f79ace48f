"""One norm of an assessment."""

from django.db import models

from rulebook.kernel.verdict import Unit, Verdict


def choices(codes: type[Verdict | Unit]) -> list[tuple[str, str]]:
    return [(code.value, code.value) for code in codes]


def exact() -> models.CharField:
    """A fraction as `numerator/denominator`, empty where there is no number."""
    return models.CharField(max_length=80, blank=True)


class NormResult(models.Model):
    """A line of the outcome, in the handbook's order (`place`). `group` is empty where there is none."""

    assessment = models.ForeignKey("assessments.Assessment", on_delete=models.CASCADE, related_name="norms")
    place = models.PositiveSmallIntegerField()
    norm = models.CharField("norm", max_length=12)
    group = models.CharField("groep", max_length=80, blank=True)
    verdict = models.CharField("oordeel", max_length=24, choices=choices(Verdict))
    numerator = models.BigIntegerField("teller", null=True)
    denominator = models.BigIntegerField("noemer", null=True)
    value_exact = exact()
    limit_exact = exact()
    value = models.DecimalField("waarde", max_digits=20, decimal_places=9, null=True)
    limit = models.DecimalField("grens", max_digits=20, decimal_places=9, null=True)
    unit = models.CharField("eenheid", max_length=10, choices=choices(Unit), blank=True)
    material = models.BooleanField("materieel")
    readings = models.JSONField("lezingen", default=list)
    edition = models.CharField("handleiding", max_length=40)

    class Meta:
        verbose_name = "norm van een beoordeling"
        verbose_name_plural = "normen van een beoordeling"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "place"], name="norm_result_place_once"),
            models.UniqueConstraint(fields=["assessment", "norm", "group"], name="norm_result_once"),
            models.CheckConstraint(
                condition=models.Q(verdict__in=[code.value for code in Verdict]),
                name="norm_result_verdict_known",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return f"{self.norm}:{self.group}" if self.group else self.norm
