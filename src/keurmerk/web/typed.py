"""What somebody typed before the session ended, to copy: for forms that cannot be filled in again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from keurmerk.accounts import kept_forms
from keurmerk.accounts.typed import KEY
from keurmerk.web.access import user_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def typed(request: HttpRequest) -> HttpResponse:
    user, key = user_of(request), request.COOKIES.get(KEY, "")
    if request.method == "POST":
        kept_forms.forget(user, key)
        return redirect("start")
    found = kept_forms.found(user, key, now=timezone.now()) if key else []
    texts = [(kept, [value for values in kept.typed.values() for value in values]) for kept in found]
    return render(request, "typed.html", {"found": texts})
