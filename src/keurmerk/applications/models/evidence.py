"""The documents of an application, and where in them each demand is met."""

from django.db import models

from keurmerk.shared.models import Record


class Attachment(Record):
    """A document with a number by which the form can point at it."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="attachments"
    )
    number = models.PositiveSmallIntegerField("nummer")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveIntegerField("aantal pagina's", null=True, blank=True)
    has_text = models.BooleanField("tekst is te lezen", null=True, blank=True)
    """False for a scan without a text layer; nobody can search it or have it read aloud."""

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="attachment_number_once"),
            models.UniqueConstraint(fields=["application", "document"], name="attachment_document_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.document}"


class Reference(models.Model):
    """Where one demand is met: a document and the pages in it, or why it does not apply.

    What the applicant types of a document (the day of issue, the profile) staff confirm, with what they saw.
    """

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="references"
    )
    code = models.CharField(max_length=10)
    row = models.CharField(max_length=40, blank=True)
    attachment = models.ForeignKey(
        "applications.Attachment", on_delete=models.CASCADE, null=True, blank=True, related_name="references"
    )
    pages = models.CharField("pagina's", max_length=60, blank=True)
    does_not_apply = models.TextField("niet nodig, omdat", max_length=2_000, blank=True)
    issued_on = models.DateField("afgegeven op", null=True, blank=True)
    profile = models.CharField("screeningsprofiel", max_length=10, blank=True)
    confirmed_on = models.DateField("gezien op", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    confirmed = models.BooleanField("klopt met het document", null=True, blank=True)
    remark = models.CharField("opmerking", max_length=500, blank=True)

    class Meta:
        verbose_name = "vindplaats"
        verbose_name_plural = "vindplaatsen"
        ordering = ["code", "row", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "code", "row", "attachment"], name="reference_once"
            ),
            models.UniqueConstraint(
                fields=["application", "code", "row"],
                condition=models.Q(attachment=None),
                name="reference_does_not_apply_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} in {self.attachment_id}"
