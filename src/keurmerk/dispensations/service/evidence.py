"""Files of the school: in the case, and under what was asked."""

from collections.abc import Mapping, Sequence

from keurmerk.accounts.models import User
from keurmerk.certification.service import cases
from keurmerk.dispensations.models import Dispensation, Evidence
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.examining import ExaminedFile

type Files = Mapping[str, Sequence[ExaminedFile]]
"""By the code of what was asked."""
MORE = "aanvulling"
"""What came with a completion, for whatever was missing."""


def add_evidence(dispensation: Dispensation, files: Files, *, by: User) -> None:
    """The same file under the same heading once more, as after a second press, is not put there again."""
    labels = {each.code: each.text for each in dispensation.kind_.evidence}
    for code, given in files.items():
        for file in given:
            paper = cases.put_file(
                dispensation.case,
                file,
                title=labels.get(code, "Aanvulling"),
                kind=DocumentKind.EVIDENCE,
                for_school=True,
                added_by=by,
            )
            Evidence.objects.get_or_create(dispensation=dispensation, code=code, document=paper.document)
