import re

import pytest
from django.core.management import CommandError, call_command

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User

pytestmark = pytest.mark.django_db
ADDRESS = "eerste@voorbeeld.example"


def test_the_first_account_chooses_its_password_by_mail(client, mailoutbox):
    call_command("open_account", ADDRESS, "Eerste Medewerker")
    assert User.objects.get(email=ADDRESS).role == Role.STAFF
    client.post("/account/password/reset/", {"email": ADDRESS})
    assert re.search(r"/account/password/reset/key/\S+", mailoutbox[0].body)


def test_an_address_has_one_account():
    call_command("open_account", ADDRESS, "Eerste", role="auditor")
    with pytest.raises(CommandError, match="al een account"):
        call_command("open_account", ADDRESS.upper(), "Tweede")
    assert User.objects.get(email=ADDRESS).role == Role.AUDITOR
