"""What saves by itself while somebody types: the same verb as the button, answered in a few words."""

from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from keurmerk.applications.errors import EditedMeanwhileError, NotOpenError
from keurmerk.applications.models import Application
from keurmerk.applications.queries import filled_in
from keurmerk.certification.errors import NotPossibleError
from keurmerk.web.access import for_schools, user_of
from keurmerk.web.school.application.access import application_or_404, page_or_403
from keurmerk.web.school.application.saving import Saved, save
from keurmerk.web.school.application.words import anchor_of
from keurmerk.web.school.forms.application.typed import typed
from keurmerk.web.school.views.application.pages import CONFLICT, WRONG_INPUT, page_or_404
from rulebook.application.checklist import Lack
from rulebook.application.pieces import Page

LEAVING = "weg"
"""Told by who leaves the page: then what was chosen is settled, as with the button."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def keep(request: HttpRequest, application: UUID, page: str) -> JsonResponse:
    """A GET tells the token of the session of now: who signed in anew in another window saves on with it."""
    found = application_or_404(request, application)
    about = page_or_404(page)
    page_or_403(request, found.school, about)
    if request.method != "POST":
        return JsonResponse({"token": get_token(request)})
    values = typed(about, request.POST)
    now = timezone.now()
    try:
        saved = save(
            found, about, values, request.POST, by=user_of(request), now=now, settle=LEAVING in request.GET
        )
    except EditedMeanwhileError as error:
        return JsonResponse({"botsing": str(error)}, status=CONFLICT)
    except NotOpenError as error:
        return JsonResponse({"dicht": str(error)}, status=CONFLICT)
    except NotPossibleError as error:
        return JsonResponse({"fout": str(error)}, status=WRONG_INPUT)
    return JsonResponse(_told(found, about, saved))


def _told(found: Application, page: Page, saved: Saved) -> dict[str, object]:
    filled = filled_in(found, timezone.localdate())
    wrong = {anchor_of(lack): lack.text for lack in filled.missing_on(page.code) if lack.kind is Lack.WRONG}
    at = timezone.localtime(saved.answer.edited_at)
    return {"revisie": saved.answer.revision, "om": f"{at:%H:%M}", "fouten": wrong}
