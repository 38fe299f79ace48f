"""An application that is filled in, and what stands in the boxes of its pages."""

import pytest

from keurmerk.applications.enums import ApplicationState
from tests.factories.applications import make_applicant
from tests.factories.files import own_store
from tests.factories.quick_letters import quick_letters

__all__ = ["own_store", "quick_letters"]


@pytest.fixture
def applicant(db):
    return make_applicant(ApplicationState.DRAFT)
