"""Files in a form: examined one by one, with a message for each that cannot be taken."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from keurmerk.documents.checks import names
from keurmerk.documents.checks.refusal import RefusalError
from keurmerk.documents.errors import RefusedFileError
from keurmerk.documents.examining import (
    ALLOWED,
    MEGABYTE,
    WRONG_KIND,
    ExaminedFile,
    allowed_in_words,
    check_size,
    examine,
)

REQUIRED = "Kies een bestand."
MISSING = "Er kwam geen bestand aan. Kies het opnieuw."
TOO_MANY = (
    "U koos {count} bestanden; hier kunt u er hoogstens {most} toevoegen. Kies er minder of voeg ze samen."
)
CHOOSE_AGAIN = "Er is nog niets toegevoegd. Kies alle bestanden opnieuw: uw browser heeft ze niet onthouden."


class DocumentsInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(
        self,
        data: Any,  # noqa: ARG002 - the signature is Django's
        files: MultiValueDict[str, UploadedFile],
        name: str,
    ) -> list[UploadedFile]:
        return files.getlist(name)


class DocumentField(forms.FileField):
    """Gives a list of ExaminedFile, for `documents.service.add_examined`.

    The view that takes it says `@takes_documents(most)` (keurmerk.web.upload_limit): that is the limit of
    the whole form. `accepts` and `most_in_words` are for components/file_field.html.
    """

    widget = DocumentsInput
    default_error_messages = {"required": REQUIRED, "missing": MISSING, "invalid": MISSING}

    def __init__(self, *, most: int = 1, extensions: Iterable[str] = tuple(ALLOWED), **options: Any) -> None:
        self.most = most
        self.extensions = tuple(extensions)
        if unknown := set(self.extensions) - set(ALLOWED):
            raise ValueError(f"never a document: {sorted(unknown)}")
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = {"accept": ",".join(f".{extension}" for extension in self.extensions)}
        return super().widget_attrs(widget) | attrs | ({"multiple": True} if self.most > 1 else {})

    @property
    def accepts(self) -> str:
        return allowed_in_words(self.extensions)

    @property
    def most_in_words(self) -> str:
        size = f"{settings.DOCUMENT_MAX_BYTES // MEGABYTE} MB"
        return f"{self.most} bestanden van elk {size}" if self.most > 1 else size

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ARG002 - a file has no earlier value
        files = [file for file in data or [] if file]
        if not files:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return []
        if len(files) > self.most:
            raise ValidationError(TOO_MANY.format(count=len(files), most=self.most), code="too_many")
        return self._examined(files)

    def _examined(self, files: list[UploadedFile]) -> list[ExaminedFile]:
        taken, refused = [], []
        for file in files:
            try:
                taken.append(self._one(file))
            except RefusedFileError as error:
                refused.append(ValidationError(str(error), code="refused"))
        if refused:
            again = [ValidationError(CHOOSE_AGAIN, code="again")] if len(files) > 1 else []
            raise ValidationError(refused + again)
        return taken

    def _one(self, file: UploadedFile) -> ExaminedFile:
        """What is too big is not even read."""
        name = names.cleaned(file.name or "")
        try:
            check_size(file.size or 0)
        except RefusalError as refusal:
            raise RefusedFileError(name, str(refusal)) from refusal
        if names.extension(name) in set(ALLOWED) - set(self.extensions):
            raise RefusedFileError(name, WRONG_KIND.format(allowed=self.accepts))
        return examine(data=file.read(), filename=file.name or "")
