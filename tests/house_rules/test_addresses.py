"""Closed unless opened; nobody sees another school; looking changes nothing. New screens join in."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from keurmerk.accounts.enums import Role
from keurmerk.accounts.middleware import is_open
from tests.factories.organisations import make_school
from tests.house_rules.addresses import CONSTANTS, every_address
from tests.house_rules.world import somebody, values_of

pytestmark = pytest.mark.django_db
ADDRESSES = every_address()
FOR_ROLE = {"school": Role.SCHOOL, "staff": Role.STAFF, "auditor": Role.AUDITOR, "admin": Role.STAFF}
STEPS_OF_SIGNING_IN = {"mfa_authenticate", "mfa_login_webauthn"}
AWAY = {302, 403, 404}
WRITE = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)')
APPENDS = "journal_append("
OURS = (
    "accounts_",
    "organisations_",
    "journal_",
    "results_",
    "assessments_",
    "documents_",
    "messaging_",
    "certification_",
    "dispensations_",
    "applications_",
    "persons_",
    "reporting_",
    "invitations_",
)

# Giving the contents of a document is told in the journal: that one line, and nothing else.
TOLD_WHEN_READ = {
    "school:document",
    "staff:document",
    "auditor:document",
    "school:report-file",
    "school:vog-file",
    "school:attachment",
    "staff:person",
    "staff:person-network",
    "staff:leads",
}


def about_a_school(address):
    return bool(address.asks - CONSTANTS.keys())


every = pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.route or "home")
every_of_a_school = pytest.mark.parametrize(
    "address", list(filter(about_a_school, ADDRESSES)), ids=lambda address: address.route
)


def written_to(sql):
    """The table that this statement writes, if any; PostgreSQL appends to the journal by a function."""
    found = WRITE.match(sql)
    return found[1] if found else "journal_entry" if APPENDS in sql else None


@pytest.fixture
def school():
    return make_school()


def signed_in(role, school):
    client = Client(raise_request_exception=False)
    client.force_login(somebody(role, school))
    return client


@every
@pytest.mark.one_database
def test_without_signing_in_only_the_open_list_answers(client, address, school):
    answer = client.get(address.path(**values_of(school, address)))
    sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/account/login/")
    if address.name in STEPS_OF_SIGNING_IN:
        return  # open, but they send away who did not begin
    assert sent_to_sign_in != is_open(address.name)


def test_everything_on_the_open_list_exists():
    names = {address.name for address in ADDRESSES}
    namespaces = {name.partition(":")[0] + ":*" for name in names if ":" in name}
    assert names | namespaces >= settings.OPEN_URLS


@every
def test_looking_never_fails_and_never_writes(address, school):
    values = values_of(school, address)
    for role in Role:
        client, written = signed_in(role, school), []
        with connection.execute_wrapper(
            lambda run, sql, *rest, seen=written: seen.append(sql) or run(sql, *rest)
        ):
            answer = client.get(address.path(**values))
        assert answer.status_code < 500, role
        changed = [table for sql in written if (table := written_to(sql))]
        told = ["journal_entry"] if address.name in TOLD_WHEN_READ and answer.status_code == 200 else []
        assert [table for table in changed if table.startswith(OURS)] == told


@every
@pytest.mark.one_database
def test_screens_of_one_role_are_closed_to_the_others(address, school):
    owner = FOR_ROLE.get(address.name.partition(":")[0])
    for role in Role:
        if owner not in (None, role):
            answer = signed_in(role, school).get(address.path(**values_of(school, address)))
            assert answer.status_code in AWAY, role


@every_of_a_school
@pytest.mark.one_database
@pytest.mark.parametrize("role", [Role.SCHOOL, Role.AUDITOR])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_another_school_stays_out_of_sight(address, school, role, verb):
    client = signed_in(role, make_school())
    answer = getattr(client, verb)(address.path(**values_of(school, address)))
    assert answer.status_code in {403, 404, 405}


@every_of_a_school
@pytest.mark.one_database
def test_another_school_looks_the_same_as_no_school(address, school):
    client, nowhere = signed_in(Role.SCHOOL, make_school()), {}
    for name, value in values_of(school, address).items():
        nowhere[name] = type(value)(int=0) if hasattr(value, "hex") else 0
    ways = (values_of(school, address), nowhere)
    there, absent = (client.get(address.path(**values)) for values in ways)
    assert there.status_code == absent.status_code
