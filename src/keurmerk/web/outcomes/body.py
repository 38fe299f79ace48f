"""What an assessment says, as HTML. It never changes, so a process renders it once for each audience.

What the school is allowed beside it does change: that comes in its marks at each showing (allowances.py).

Laying out some forty meters takes several times as long as all the rest of the page. Whoever may see the
assessment is asked before this; nothing here depends on the person.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from keurmerk.assessments.models import Assessment
from keurmerk.web.outcomes.door import Door

TEMPLATE = "outcomes/body.html"
KEPT = "pages"
"""The cache of this process (settings.CACHES)."""


def body(context: Mapping[str, Any]) -> SafeString:
    return render_to_string(TEMPLATE, dict(context))


def body_of(assessment: Assessment, door: Door, context: Callable[[], Mapping[str, Any]]) -> SafeString:
    """`context` is only asked when this process did not render it before."""
    key = f"outcome:{door.namespace}:{assessment.public_id}"
    kept = caches[KEPT].get(key)
    if kept is not None:
        return SafeString(kept)
    html = body(context())
    caches[KEPT].set(key, html, timeout=None)
    return html
