"""A decision from its first look to the sealed letter: what the page tells, keeps, refuses."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.certification.enums import DecisionState
from keurmerk.certification.models import Decision
from keurmerk.certification.service import deciding, signing
from keurmerk.certification.service.cases import close_case
from keurmerk.journal.models import Entry
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.factories.certification import (
    FACTS,
    WEIGHING,
    establish,
    make_case,
    make_decider,
    make_staff,
    submitted,
)
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user
from tests.keurmerk.web.staff.pages import address, client_of, fields_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
INQUIRY = "Wij onderzoeken de presentielijsten van het laatste jaar."


@pytest.fixture
def case():
    return make_case(today=TODAY)


@pytest.fixture
def author():
    return make_staff()


@pytest.fixture
def staff(author):
    return client_of(author)


def started(staff, case, event=Event.SUSPEND_FOR_INQUIRY):
    staff.post(reverse("staff:decision-new", args=[case.public_id, event.value]))
    return case.decisions.get(event=event.value)


def written(**more):
    return {
        "grond-grounds": ["onregelmatigheden"],
        "waarde-ingangsdatum": f"{TODAY:%d-%m-%Y}",
        "waarde-maanden": "3",
        "horen-heard": Heard.URGENT.value,
        "horen-heard_reason": "Uitstel schaadt de Cursisten.",
        "tekst-facts_text": FACTS,
        "tekst-weighing": WEIGHING,
        "brief-inquiry": INQUIRY,
    } | more


def keep(staff, decision, given, button="ontbreekt"):
    page = staff.get(address("decision", decision))
    return staff.post(address("decision", decision), fields_of(page) | given | {"bewaar": button})


def test_first_look_tells_what_it_would_do_and_writes_nothing(staff, case):
    decider = make_decider()
    page = shown(staff.get(reverse("staff:decision-new", args=[case.public_id, "schorsen_onderzoek"])))
    assert "Het Keurmerk wordt geschorst zolang een onderzoek loopt." in page
    assert decider.name in page
    assert "geschorst voor onderzoek" in page
    assert "Informeer uw Cursisten schriftelijk." in page
    assert not case.decisions.exists()


def test_first_look_says_why_not_with_a_link_to_the_fact(staff, case):
    page = staff.get(reverse("staff:decision-new", args=[case.public_id, "waarschuwen"])).text
    assert "Ondertekenen kan nog niet" in page
    assert f"{address('fact-new', case)}#feit-norm_niet_voldaan" in page


def test_starting_twice_gives_one_draft(staff, case):
    for _ in range(2):
        started(staff, case)
    assert case.decisions.count() == 1


def test_an_event_that_this_state_does_not_know_is_explained(staff, case):
    page = shown(staff.get(reverse("staff:decision-new", args=[case.public_id, "toekennen"])), 409)
    assert "Dit besluit kan niet zolang de status is: Keurmerk voor onbepaalde tijd." in page


def test_an_event_that_does_not_exist_is_not_there(staff, case):
    assert staff.get(reverse("staff:decision-new", args=[case.public_id, "verzinsel"])).status_code == 404


@pytest.mark.parametrize("role", [Role.SCHOOL, Role.AUDITOR])
def test_only_staff_come_here(case, role):
    user = make_school_user(case.school) if role == Role.SCHOOL else make_user(role)
    answer = client_of(user).get(reverse("staff:decision-new", args=[case.public_id, "intrekken"]))
    assert answer.status_code == 403


def test_everything_typed_is_kept_and_comes_back(staff, case):
    decision = started(staff, case)
    assert keep(staff, decision, written()).status_code == 302
    decision.refresh_from_db()
    assert decision.grounds == ["onregelmatigheden"]
    assert decision.parameters == {"ingangsdatum": TODAY.isoformat(), "maanden": "3"}
    assert (decision.heard, decision.facts_text, decision.weighing) == ("spoed", FACTS, WEIGHING)
    assert decision.details["inquiry"] == INQUIRY
    page = staff.get(address("decision", decision))
    assert fields_of(page)["tekst-facts_text"] == FACTS
    assert "Er ontbreekt niets." in shown(page)


def test_a_section_that_is_wrong_keeps_what_was_typed_and_the_rest_is_kept(staff, case):
    decision = started(staff, case)
    answer = keep(staff, decision, written(**{"waarde-ingangsdatum": "ergens in maart"}))
    page = shown(answer)
    assert "Ingangsdatum: Voer een geldige datum in." in page
    assert 'value="ergens in maart"' in page
    decision.refresh_from_db()
    assert (decision.facts_text, decision.grounds) == (FACTS, ["onregelmatigheden"])


def test_what_is_missing_links_to_its_place(staff, case):
    decision = started(staff, case)
    page = staff.get(address("decision", decision)).text
    for place in ("#gronden", "#id_waarde-maanden", "#horen", "#id_tekst-facts_text", "#brief-inquiry"):
        assert f'href="{place}"' in page
        assert f'id="{place[1:]}"' in page


def test_what_another_wrote_in_between_is_not_overwritten_unseen(staff, case):
    decision = started(staff, case)
    mine = fields_of(staff.get(address("decision", decision))) | written()
    keep(client_of(make_staff()), decision, {"tekst-weighing": "Van een collega."})
    page = shown(staff.post(address("decision", decision), mine))
    assert "nog niet bewaard" in page
    assert WEIGHING in page
    decision.refresh_from_db()
    assert decision.weighing == "Van een collega."


def test_a_norm_is_added_changed_and_dropped(staff, case):
    decision = started(staff, case)
    keep(staff, decision, {"nieuw-norm": "2.15", "nieuw-group": "hoog", "nieuw-value": "41 procent"})
    motivation = decision.motivations.get()
    keep(staff, decision, {f"norm{motivation.pk}-limit": "50 procent"})
    motivation.refresh_from_db()
    assert (motivation.norm, motivation.group, motivation.value, motivation.limit) == (
        "2.15",
        "hoog",
        "41 procent",
        "50 procent",
    )
    keep(staff, decision, {"weg": str(motivation.pk)})
    assert not decision.motivations.exists()


def test_figures_without_a_norm_are_refused_and_stay(staff, case):
    decision = started(staff, case)
    page = shown(keep(staff, decision, {"nieuw-value": "41 procent"}))
    assert "Kies bij welke Norm dit hoort." in page
    assert 'value="41 procent"' in page


def test_a_norm_that_stands_there_already_is_not_written_over(staff, case):
    decision = started(staff, case)
    for facts in (FACTS, "Iets anders."):
        page = keep(staff, decision, {"nieuw-norm": "2.15", "nieuw-value": "41", "nieuw-facts": facts})
    assert "Deze Norm staat er al" in shown(page)
    assert decision.motivations.get().facts == FACTS


def test_a_norm_added_beside_a_mistake_is_added_once(staff, case):
    decision = started(staff, case)
    wrong = {"nieuw-norm": "2.15", "nieuw-value": "41 procent", "waarde-maanden": "veel"}
    page = keep(staff, decision, wrong)
    again = fields_of(page)
    assert (again["nieuw-norm"], again["waarde-maanden"]) == ("", ["veel"])
    answer = staff.post(address("decision", decision), again | {"waarde-maanden": "3"})
    assert answer.status_code == 302
    assert decision.motivations.get().value == "41 procent"


def test_the_letter_is_shown_as_a_concept(staff, case):
    decision = started(staff, case)
    keep(staff, decision, written())
    page = shown(staff.get(address("decision-preview", decision)))
    assert "CONCEPT. Dit is geen besluit" in page
    assert FACTS in page
    pdf = staff.get(address("decision-pdf", decision))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_an_empty_draft_has_no_letter_and_says_why(staff, case):
    decision = started(staff, case)
    page = shown(staff.get(address("decision-preview", decision)))
    assert "De brief kan nog niet worden gemaakt" in page
    assert staff.get(address("decision-pdf", decision)).status_code == 409


def test_what_is_incomplete_is_not_put_forward(staff, case):
    decision = started(staff, case)
    page = shown(staff.post(address("decision-submit", decision)), 409)
    assert "Kies ten minste één grond." in page
    assert f"{address('decision', decision)}#gronden" in page
    decision.refresh_from_db()
    assert decision.state == DecisionState.DRAFT


def test_from_draft_to_the_sealed_letter(staff, author, case):
    decider = make_decider()
    decision = started(staff, case)
    answer = keep(staff, decision, written(), "voorleggen")
    assert answer["Location"] == address("decision-submit", decision)
    assert decider.name in shown(staff.get(answer["Location"]))
    staff.post(answer["Location"])
    signer = client_of(decider)
    page = shown(signer.get(address("decision", decision)))
    assert "Onderteken en verzend" in page
    assert FACTS in page
    asked = shown(signer.get(address("decision-sign", decision)))
    assert f"Schorsing voor onderzoek, voor {case.school.name}" in asked
    assert "per post" in asked
    done = shown(signer.post(address("decision-sign", decision), follow=True))
    assert "is ondertekend en verzonden" in done
    assert "Het zegel klopt" in done
    assert f"Voorbereid door</dt><dd>{author}" in done
    assert "Mandaatbesluit 2020" in done
    assert "Bezwaar maken tegen het besluit" in done
    case.certificate.refresh_from_db()
    assert case.certificate.state_ is State.INDEFINITE_INQUIRY


@pytest.fixture
def waiting(case):
    return submitted(
        case,
        Event.SUSPEND_FOR_INQUIRY,
        today=TODAY,
        grounds=["onregelmatigheden"],
        values={Parameter.EFFECTIVE_ON: TODAY.isoformat(), Parameter.MONTHS: "3"},
        details={"inquiry": INQUIRY},
        heard=Heard.URGENT,
    )


def test_who_wrote_it_is_told_why_not_to_sign(waiting):
    page = shown(client_of(waiting.prepared_by).get(address("decision", waiting)))
    assert "Wie eraan schreef, ondertekent het niet" in page
    answer = client_of(waiting.prepared_by).post(address("decision-sign", waiting))
    assert "Wie aan een besluit schreef, ondertekent het niet." in shown(answer, 409)


def test_without_a_mandate_one_is_told_who_has_it(waiting):
    decider = make_decider()
    page = shown(client_of(make_staff()).get(address("decision", waiting)))
    assert "U hebt geen mandaat voor: Schorsing voor onderzoek." in page
    assert decider.name in page


def test_of_two_signers_the_second_is_led_to_the_signed_decision(waiting):
    first, second = client_of(make_decider()), client_of(make_decider())
    assert first.post(address("decision-sign", waiting)).status_code == 302
    answer = second.post(address("decision-sign", waiting))
    assert f"Besluit {waiting.reference} is al ondertekend." in shown(answer, 409)
    assert address("decision", waiting) in answer.text
    assert second.get(address("decision-sign", waiting)).status_code == 409
    assert case_changes(waiting) == 1


def case_changes(decision):
    return decision.case.certificate.changes.count()


def test_given_back_with_a_reason_it_is_a_draft_again(waiting):
    decider = client_of(make_decider())
    assert "Wat moet er anders" in shown(decider.post(address("decision-return", waiting), {"reason": " "}))
    decider.post(address("decision-return", waiting), {"reason": "De data kloppen niet."})
    page = shown(client_of(waiting.prepared_by).get(address("decision", waiting)))
    assert "De data kloppen niet." in page


def test_a_draft_that_is_dropped_stays_to_read(staff, case):
    decision = started(staff, case)
    assert "laten vervallen" in shown(staff.get(address("decision-cancel", decision)))
    staff.post(address("decision-cancel", decision))
    assert "Het is nooit ondertekend" in shown(staff.get(address("decision", decision)))
    assert staff.post(address("decision-cancel", decision)).status_code in {302, 409}


def test_writing_in_what_waits_for_a_signature_is_refused(staff, waiting):
    page = shown(staff.post(address("decision", waiting), written()), 409)
    assert "kan niet meer veranderen" in page
    assert WEIGHING in page


def test_a_signed_decision_cannot_be_dropped(staff, waiting):
    signing.sign(waiting.pk, by=make_decider(), now=timezone.now())
    for name in ("decision-cancel", "decision-return", "decision-submit", "decision-sign"):
        assert staff.get(address(name, waiting)).status_code == 409
        assert staff.post(address(name, waiting), {"reason": "Toch niet."}).status_code == 409


def test_a_draft_whose_state_has_gone_can_only_be_dropped(staff, case, waiting):
    decision = started(staff, case, Event.WITHDRAW_AT_REQUEST)
    other = started(staff, case, Event.COMPENSATE)
    signing.sign(waiting.pk, by=make_decider(), now=timezone.now())
    assert "Dit besluit kan niet meer" in shown(staff.get(address("decision", other)))
    assert "Dit besluit kan niet meer" not in shown(staff.get(address("decision", decision)))


def test_in_a_closed_case_nothing_begins(staff, case):
    close_case(case, closed_by=None, today=TODAY)
    for name, more in (
        ("decision-new", ["schorsen_onderzoek"]),
        ("intention-new", ["schorsen_onderzoek"]),
        ("change", ["waarschuwing_beeindigen"]),
        ("fact-new", []),
        ("plan-new", []),
    ):
        assert "Deze zaak is gesloten" in shown(staff.get(address(name, case, *more)), 409)


def test_many_motivations_take_no_more_queries(staff, case):
    decision = started(staff, case)

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert staff.get(address("decision", decision)).status_code == 200
        return len(found)

    def motivate(norm):
        reason = deciding.Reason(norm=norm, value="1", limit="2", rows="3", facts=FACTS)
        deciding.motivate(decision.pk, reason, by=decision.prepared_by)

    motivate("2.13")
    queries()
    few = queries()
    for norm in ("2.14", "2.15", "2.16", "2.17", "1.5", "1.6", "2.1", "2.2", "2.3"):
        motivate(norm)
    assert 5 < queries() == few


def test_the_journal_tells_of_every_step(staff, case):
    decision = started(staff, case)
    keep(staff, decision, written(), "voorleggen")
    staff.post(address("decision-submit", decision))
    client_of(make_decider()).post(address("decision-sign", decision))
    kinds = set(Entry.objects.filter(subject_id=str(decision.public_id)).values_list("kind", flat=True))
    assert {"decision.prepared", "decision.submitted", "decision.signed"} <= kinds


def test_a_fact_that_a_ground_needs_is_linked_beside_it(staff, case):
    establish(case, Fact.NORM_FAILED, holds=False, today=TODAY)
    decision = started(staff, case, Event.WARN)
    page = staff.get(address("decision", decision)).text
    ground = page[page.index('id="grond-norm-nog"') :]
    assert f"{address('fact-new', case)}#feit-norm_niet_voldaan" in ground[:400]


def test_a_day_in_the_past_is_missing_not_lost(staff, case):
    decision = started(staff, case)
    keep(staff, decision, written(**{"waarde-ingangsdatum": f"{TODAY - timedelta(days=3):%d-%m-%Y}"}))
    page = shown(staff.get(address("decision", decision)))
    assert "De ingangsdatum ligt vandaag of later" in page
    assert Decision.objects.get(pk=decision.pk).parameters["ingangsdatum"] < date.today().isoformat()  # noqa: DTZ011
