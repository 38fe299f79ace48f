"""Who may open a document. To find them, start from `for_user`: what is not yours is not there."""

from typing import TYPE_CHECKING

import rules

from keurmerk.accounts.permissions import is_staff
from keurmerk.documents.enums import OF_PERSONS
from keurmerk.organisations.permissions import may_view, may_view_persons

if TYPE_CHECKING:
    from keurmerk.accounts.models import User
    from keurmerk.documents.models import Document


@rules.predicate
def is_shown_to(user: "User", document: "Document") -> bool:
    allowed = may_view_persons if document.kind in OF_PERSONS else may_view
    return document.for_school and bool(allowed.test(user, document.school))


rules.add_perm("documents.view_document", is_staff | is_shown_to)
