"""Django for the commands that need the database; the others start without it."""

import os

import django


def set_up_django() -> None:
    """Set Django up with the settings of the environment, else with those of a developer's machine."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
