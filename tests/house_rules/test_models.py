"""What holds for every model."""

from configparser import ConfigParser
from pathlib import Path

import pytest
from django.apps import apps

from keurmerk.shared import retention

ROOT = Path(__file__).parents[2]
MODELS = [model for model in apps.get_models() if not model._meta.auto_created]
OURS = [model for model in MODELS if model.__module__.startswith("keurmerk.")]


def layers():
    """App by app, how deep it lies, from the import contract."""
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter")
    lines = contracts["importlinter:contract:3-platform-layers"]["layers"].split("\n")
    return {
        name.strip(" ()"): depth for depth, line in enumerate(filter(None, lines)) for name in line.split("|")
    }


def test_every_model_says_how_long_it_is_kept():
    registered = {entry.model for entry in retention.entries()}
    assert registered == {model._meta.label for model in MODELS}


def test_every_retention_says_what_how_long_and_why():
    for entry in retention.entries():
        assert all((entry.holds, entry.kept_for, entry.ground)), entry.model


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_foreign_keys_point_down(model):
    depth = layers()
    for field in model._meta.get_fields():
        target = field.related_model if field.many_to_one or field.one_to_one else None
        if target in OURS and field.concrete:
            assert depth[target._meta.app_label] >= depth[model._meta.app_label], field.name
