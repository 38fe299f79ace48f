"""What each function within a school may open and send, address by address. New screens join in."""

import pytest
from django.test import Client

from keurmerk.organisations.enums import SIGNING, MembershipFunction
from tests.factories.organisations import make_school, make_school_user
from tests.house_rules.addresses import every_address
from tests.house_rules.world import values_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BOTH, SENDING, READING = frozenset({"get", "post"}), frozenset({"post"}), frozenset({"get"})
CLOSED_TO_ADMINISTRATION = {
    # what binds the school
    "school:object": BOTH,
    "school:objection-repair": BOTH,
    "school:objection-withdraw": BOTH,
    "school:objection-explain": SENDING,
    "school:objection-notice": SENDING,
    "school:intention": SENDING,
    "school:intention-hearing": SENDING,
    "school:plan": SENDING,
    "school:plan-body": SENDING,
    "school:request-new": BOTH,
    "school:dispensation-new": BOTH,
    "school:dispensation-complete": BOTH,
    "school:dispensation-withdraw": SENDING,
    "school:report-new": BOTH,
    "school:statement": BOTH,
    "school:manager-new": BOTH,
    "school:manager-end": BOTH,
    "school:vog-new": BOTH,
    "school:agreement": SENDING,
    "school:application-begin": SENDING,
    "school:application-answer": SENDING,
    # what holds data of persons
    "school:report": BOTH,
    "school:report-file": READING,
    "school:vogs": READING,
    "school:vog-file": READING,
    "school:application-attachments": BOTH,
    "school:application-attachment-add": SENDING,
    "school:application-document": BOTH,
    "school:application-hand-in": BOTH,
    "school:attachment": READING,
    "school:attachment-remove": BOTH,
    "school:management-csv": READING,
    "school:management-xlsx": READING,
    # who has access
    "school:invite": BOTH,
    "school:colleague-function": BOTH,
    "school:colleague-remove": BOTH,
    "school:invitation-resend": SENDING,
    "school:invitation-withdraw": SENDING,
}
"""Everything else of Mijn keurmerk is open to administration: delivering, reading, doing a task."""
ADDRESSES = [address for address in every_address() if address.name.startswith("school:")]

every = pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)


@every
@pytest.mark.parametrize("verb", ["get", "post"])
@pytest.mark.parametrize("function", MembershipFunction)
def test_only_what_binds_the_school_asks_for_who_signs(address, function, verb):
    school = make_school()
    values = values_of(school, address)
    client = Client(raise_request_exception=False)
    client.force_login(make_school_user(school, function))
    answer = getattr(client, verb)(address.path(**values))
    assert answer.status_code < 500
    closed = function not in SIGNING and verb in CLOSED_TO_ADMINISTRATION.get(address.name, ())
    assert (answer.status_code == 403) == closed


def test_the_list_names_screens_that_exist():
    assert CLOSED_TO_ADMINISTRATION.keys() <= {address.name for address in ADDRESSES}
