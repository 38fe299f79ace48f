"""Who hears what by mail, and that every text is filled by the act it belongs to."""

from dataclasses import replace
from datetime import date

import pytest

from keurmerk.accounts.enums import Role
from keurmerk.certification.messages.decisions import LINES, TEXTS
from keurmerk.certification.service import deciding, mandates
from keurmerk.journal.party import SYSTEM
from keurmerk.messaging import texts
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import DecisionKind
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.keurmerk.certification.letter_stage import TODAY, Stage

PACKAGE = "keurmerk.certification"


def digest(*lines) -> tuple[str, str]:
    context = {"lines": list(lines), "count": len(lines), "today": date(2026, 4, 30)}
    return texts.render(PACKAGE, "person_digest", context)


def test_a_reminder_counts_its_days_in_words():
    subject, body = digest(*LINES, replace(LINES[1], days=1))
    assert subject == "4 datums die tellen"
    for words in ("(voorbij)", "(vandaag)", "(morgen)", "(over 7 dagen)"):
        assert words in body
    assert "donderdag 30 april 2026 (vandaag)\nInformeer uw Cursisten schriftelijk.\nZaak 12," in body


def test_one_date_is_one_date():
    assert digest(LINES[0])[0] == "1 datum die telt"


@pytest.mark.django_db
class TestSending:
    def mails(self, name: str) -> list[Message]:
        return list(Message.objects.filter(kind=f"certification.{name}").order_by("pk"))

    def drafted(self) -> tuple[Stage, int]:
        stage = Stage(State.INDEFINITE)
        decision = stage.draft(Event.SUSPEND_AS_SANCTION, "onregelmatigheden")
        stage.motivate(decision)
        return stage, decision.pk

    def test_everybody_who_may_sign_hears_that_a_decision_waits(self):
        stage, decision = self.drafted()
        deciding.submit(decision, by=stage.preparer, today=TODAY)
        (mail,) = self.mails("staff_sign_waiting")
        assert mail.recipient == stage.signer
        assert mail.subject == f"Ter ondertekening: Schorsing als sanctie (Z{stage.case.number:06d}-2)"
        assert "Taalschool De Brug" in mail.body

    @pytest.mark.parametrize("spoilt", ["other_kind", "over", "author", "closed"])
    def test_nobody_else_does(self, spoilt):
        stage, decision = self.drafted()
        given = {"valid_from": date(2020, 1, 1), "source": "Mandaat", "given_by": SYSTEM}
        if spoilt == "other_kind":
            mandates.give_mandate(make_user(Role.STAFF), kinds=[DecisionKind.GRANT], **given)
        elif spoilt == "over":
            mandates.give_mandate(make_user(Role.STAFF), valid_until=date(2026, 2, 9), **given)
        elif spoilt == "author":
            mandates.give_mandate(stage.preparer, **given)
        else:
            gone = make_user(Role.STAFF)
            mandates.give_mandate(gone, **given)
            gone.is_active, gone.closed_on = False, TODAY
            gone.save()
        deciding.submit(decision, by=stage.preparer, today=TODAY)
        assert [mail.recipient for mail in self.mails("staff_sign_waiting")] == [stage.signer]

    def test_a_decision_that_is_submitted_again_is_told_again(self):
        stage, decision = self.drafted()
        deciding.submit(decision, by=stage.preparer, today=TODAY)
        deciding.give_back(decision, because="De weging is te kort.", by=stage.signer)
        deciding.submit(decision, by=stage.preparer, today=TODAY)
        assert len(self.mails("staff_sign_waiting")) == 2

    def test_a_school_hears_of_an_intention_and_of_a_decision_with_their_letters(self):
        stage = Stage(State.INDEFINITE)
        signed = stage.decide(Event.SUSPEND_AS_SANCTION, "onregelmatigheden")
        (intended,), (decided,) = self.mails("school_intention"), self.mails("school_decided")
        assert "24 februari 2026" in intended.body
        assert [each.document for each in decided.attachments.all()] == [signed.letter]
        assert "bezwaar maken tot en met\n24 maart 2026" in decided.body

    def test_without_objection_no_last_day_to_object_is_told(self):
        stage = Stage(State.INDEFINITE)
        stage.decide(Event.WARN, "norm")
        (mail,) = self.mails("school_decided")
        assert "bezwaar" not in mail.body

    def test_texts_show_what_a_school_would_get_and_nothing_where_it_has_no_such_case(self):
        stage, empty = Stage(State.INDEFINITE), Stage(State.FIXED)
        stage.decide(Event.SUSPEND_AS_SANCTION, "onregelmatigheden")
        shown = {text.name: text.of_school for text in TEXTS if text.of_school}
        for name in ("school_decided", "school_intention"):
            context = shown[name](stage.school)
            (mail,) = self.mails(name)
            assert texts.render(PACKAGE, name, context) == (mail.subject, mail.body)
        for of_school in shown.values():
            assert of_school(empty.school) is None
