"""The staff's screens for reports, statements and certificates: accessible and narrow."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import PASSWORD
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.reporting import holder, make_manager, make_report, make_statement, make_vog, text_file

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def addresses():
    today = timezone.localdate()
    school = holder(make_school(name="Taalschool De Brug")).school
    late = today - timedelta(days=30)
    report = make_report(school=school, today=today, happened_on=late, files=[text_file()])
    make_statement(school, today=today, conflicts={"f": "Premie te laat betaald."})
    vog = make_vog(make_manager(school), today=today, issued_on=today - timedelta(days=250), name="Jan")
    acts = [reverse(f"staff:report-{act}", args=[report.public_id]) for act in ("note", "ask", "supervise")]
    return [
        reverse("staff:report-list"),
        reverse("staff:report", args=[report.public_id]),
        *acts,
        reverse("staff:case", args=[report.case.public_id]),
        reverse("staff:statements"),
        reverse("staff:vogs"),
        reverse("staff:vog", args=[vog.public_id]),
    ]


def test_every_page_is_accessible_and_fits_320(page, live_server, accessible, addresses):
    page.goto(f"{live_server.url}/account/login/")
    page.fill("input[name=login]", make_staff().email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    for address in addresses:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.goto(live_server.url + address).status == 200
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        accessible(page)
