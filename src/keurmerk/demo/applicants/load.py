"""Let the fictional applicants come as far as their scene says. Running it again changes nothing."""

from datetime import date

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Interest
from keurmerk.applications.service.interests import Shown, confirm_interest, show_interest
from keurmerk.demo.applicants.applicant import Applicant
from keurmerk.demo.applicants.cast import CAST, TRIED_OUT
from keurmerk.demo.applicants.holders import declare_holders
from keurmerk.demo.applicants.scenes import SCENES, stage_of
from keurmerk.journal.unit import journaled
from keurmerk.organisations.demo import APPLICANT, SIGN_INS
from keurmerk.organisations.models import School

WITHDRAWN_SCHOOL = "90000233"


def load(today: date) -> None:
    """After the lives of the holders: one applicant is tied to one of them."""
    staff = User.objects.get(email=SIGN_INS[Role.STAFF][0])
    known = set(School.objects.filter(fictional=True).values_list("kvk_number", flat=True))
    declare_holders(staff, today)
    for applicant in CAST:
        if applicant.kvk_number not in known:
            play(applicant, staff, today)
    if not Interest.objects.exists():
        show_interests(today)


@journaled
def play(applicant: Applicant, staff: User, today: date) -> None:
    """Whole or not at all."""
    tried_out = applicant.short_name == TRIED_OUT
    email = APPLICANT if tried_out else f"aanvrager{applicant.number}@demo.example"
    SCENES[applicant.short_name](stage_of(applicant, email=email, staff=staff, today=today))


@journaled
def show_interests(today: date) -> None:
    """One from who had the mark before, for staff to look at; one that was not confirmed."""
    former = Shown(
        name="Voorbeeldschool De Hyacint (verzonnen)",
        kvk_number=WITHDRAWN_SCHOOL,
        person="Ilse Fictief",
        email="ilse@school.example",
        remark="Wij willen opnieuw beginnen, met een andere directie.",
    )
    confirm_interest(show_interest(former, today=today).pk, today=today)
    new = Shown(
        name="Voorbeeldschool De Vlieger (verzonnen)",
        kvk_number="90000908",
        person="Karim Fictief",
        email="karim@school.example",
    )
    show_interest(new, today=today)
    if Interest.objects.filter(state=InterestState.CONFIRMED).count() != 1:
        raise ValueError("a known school's interest waits for staff")
