"""From dry run to assessment: confirmed warnings, newer uploads, one transaction."""

from datetime import date
from decimal import Decimal

import pytest

from keurmerk.assessments import service
from keurmerk.assessments.models import Assessment
from keurmerk.assessments.queries import judged_dossier_of, newest_assessment
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.results import service as results
from keurmerk.results.enums import UploadState
from keurmerk.results.errors import NewerCommittedError, NotTickedError, WrongStateError
from keurmerk.results.models import Delivery
from keurmerk.results.queries import current_delivery
from tests.factories.files import on_disk
from tests.factories.organisations import make_school
from tests.factories.results import (
    PERIOD,
    make_assessment,
    make_checked,
    receive,
    shuffled_workbook,
    small_tables,
    tick_all,
    workbook,
)

pytestmark = pytest.mark.django_db


def commit(upload, **given):
    return service.commit_upload(upload, committed_by=SYSTEM, **given)


def test_commit_stores_the_delivery_and_its_assessment():
    assessment = make_assessment()
    upload = assessment.delivery.upload
    assert (upload.state, assessment.number) == (UploadState.COMMITTED, 1)
    assert assessment.outcome["waarschuwingen"] == upload.warnings
    assert assessment.norms.count() == len(assessment.outcome["normen"])
    assert list(Entry.objects.order_by("number").values_list("kind", flat=True))[-2:] == [
        "delivery.committed",
        "assessment.made",
    ]
    kept = set(upload.files.values_list("kind", flat=True))
    assert kept == {"original", "personal", "snapshot", "added", "explanation"}


def test_every_warning_must_be_confirmed_first():
    upload = make_checked()
    results.tick_warnings(upload, places=range(1, len(upload.warnings)), ticked_by=SYSTEM)
    with pytest.raises(NotTickedError):
        commit(upload)
    results.tick_warnings(upload, places=[0], ticked_by=SYSTEM)
    assert commit(upload)


def test_confirming_twice_is_told_once():
    upload = make_checked()
    assert results.tick_warnings(upload, places=[0, 1], ticked_by=SYSTEM) == 2
    assert results.tick_warnings(upload, places=[0, 1], ticked_by=SYSTEM) == 0
    assert Entry.objects.filter(kind="upload.warnings_ticked").count() == 1


def test_a_warning_that_is_not_there_cannot_be_confirmed():
    upload = make_checked()
    with pytest.raises(WrongStateError):
        results.tick_warnings(upload, places=[len(upload.warnings)], ticked_by=SYSTEM)


def test_committing_twice_delivers_once():
    assessment = make_assessment()
    with pytest.raises(WrongStateError):
        commit(assessment.delivery.upload)
    assert (Delivery.objects.count(), Assessment.objects.count()) == (1, 1)


def test_an_older_upload_over_a_newer_one_asks_a_confirmation():
    school = make_school()
    older = make_checked(school)
    newer = make_assessment(school, shuffled_workbook(small_tables(school)))
    tick_all(older)
    with pytest.raises(NewerCommittedError, match="Aanlevering 2 is nieuwer"):
        commit(older)
    assert current_delivery(school, PERIOD) == newer.delivery
    assessment = commit(older, over_newer=True)
    assert current_delivery(school, PERIOD) == assessment.delivery


@pytest.mark.parametrize("step", ["checked_only", "refused", "withdrawn"])
def test_only_what_was_checked_can_be_committed(step):
    upload = receive()
    if step == "withdrawn":
        results.withdraw(upload, withdrawn_by=SYSTEM)
    if step == "refused":
        results.refuse(results.begin_check(upload.pk), [])
    with pytest.raises(WrongStateError):
        commit(upload)


def test_what_was_committed_cannot_be_withdrawn():
    with pytest.raises(WrongStateError):
        results.withdraw(make_assessment().delivery.upload, withdrawn_by=SYSTEM)


def test_when_judging_cannot_be_stored_nothing_is_delivered(monkeypatch):
    def fail(*_given, **_named):
        raise OSError("disk full")

    upload = make_checked()
    tick_all(upload)
    files, told = on_disk(), Entry.objects.count()
    monkeypatch.setattr("keurmerk.assessments.service.assessing.NormResult.objects.bulk_create", fail)
    with pytest.raises(OSError, match="disk full"):
        commit(upload)
    upload.refresh_from_db()
    assert (upload.state, on_disk(), Entry.objects.count()) == (UploadState.CHECKED, files, told)
    assert not Delivery.objects.exists()


def test_judging_again_without_change_gives_the_same_assessment():
    assessment = make_assessment()
    files = on_disk()
    assert service.assess(assessment.delivery, assessed_by=SYSTEM) == assessment
    assert on_disk() == files


def test_survey_and_pass_rates_come_in_when_judging_again():
    first = make_assessment()
    delivery = first.delivery
    results.add_survey_outcome(
        school=delivery.school,
        period=PERIOD,
        numbers=results.SurveyNumbers(40, 24, 22, Decimal("7.9")),
        source="rapport",
        entered_by=SYSTEM,
    )
    for profile in ("hoog", "laag"):
        results.announce_pass_rate(
            profile=profile,
            valid_from=date(2025, 1, 1),
            percentage=Decimal("75.5"),
            source="§4.20",
            entered_by=SYSTEM,
        )
    second = service.assess(delivery, assessed_by=SYSTEM)
    assert (second.number, newest_assessment(delivery)) == (2, second)
    rows = {(row["norm"], row["groep"]): row for row in second.outcome["normen"]}
    assert rows["3.1.1", None]["waarde"] == 7.9
    assert rows["2.15", "hoog"]["grens"] == 75.5
    assert second.snapshot_hash != first.snapshot_hash
    assert judged_dossier_of(second).first_row("satisfaction")["invited"] == 40
    assert not judged_dossier_of(first).has("satisfaction")


def test_a_new_pass_rate_judges_again_what_it_touches():
    earlier = make_assessment()
    replaced = make_assessment(
        earlier.delivery.school, shuffled_workbook(small_tables(earlier.delivery.school))
    )
    results.announce_pass_rate(
        profile="hoog",
        valid_from=date(2025, 1, 1),
        percentage=Decimal(75),
        source="§4.20",
        entered_by=SYSTEM,
    )
    assert service.assess_since(date(2025, 1, 2), assessed_by=SYSTEM) == 0
    assert service.assess_since(date(2025, 1, 1), assessed_by=SYSTEM) == 1
    assert service.assess_since(date(2025, 1, 1), assessed_by=SYSTEM) == 0
    assert (earlier.delivery.assessments.count(), replaced.delivery.assessments.count()) == (1, 2)


def test_order_and_spelling_of_the_same_rows_give_the_same_hashes():
    school = make_school()
    one = make_assessment(school, workbook(small_tables(school)))
    other = make_assessment(school, shuffled_workbook(small_tables(school)))
    assert (one.snapshot_hash, one.outcome_hash) == (other.snapshot_hash, other.outcome_hash)
    assert one.outcome_text == other.outcome_text
