"""The maintenance screens show everything and change nothing: no transition goes by them."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from keurmerk.accounts.models import User
from keurmerk.certification.models import Certificate
from tests.factories.certification import make_certificate

MODELS = list(apps.get_app_config("certification").get_models())
every = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)


@pytest.fixture
def superuser(db):
    return User.objects.create_superuser("beheer@voorbeeld.example", name="Beheer")


@pytest.fixture
def browser(superuser):
    client = Client()
    client.force_login(superuser)
    return client


@every
def test_every_model_is_there_to_look_at(browser, model):
    assert model in admin.site._registry
    name = f"admin:certification_{model._meta.model_name}"
    assert browser.get(reverse(f"{name}_changelist")).status_code == 200
    assert browser.get(reverse(f"{name}_add")).status_code == 403
    assert admin.site._registry[model].actions is None


def test_even_a_superuser_changes_no_status(browser):
    certificate = make_certificate()
    before = Certificate.objects.values().get()
    address = reverse("admin:certification_certificate_change", args=[certificate.pk])
    page = browser.get(address)
    assert page.status_code == 200
    assert 'name="state"' not in page.content.decode()
    assert browser.post(address, {"state": "ingetrokken"}).status_code == 403
    delete = reverse("admin:certification_certificate_delete", args=[certificate.pk])
    assert browser.post(delete, {"post": "yes"}).status_code == 403
    listing = reverse("admin:certification_certificate_changelist")
    browser.post(listing, {"action": "delete_selected", "_selected_action": [certificate.pk], "post": "yes"})
    assert Certificate.objects.values().get() == before
