"""Every reading on one page, each with an address of its own (/lezingen/#I-04)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rulebook.norms.readings import readings


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    return render(request, "public/readings.html", {"readings": readings()})
