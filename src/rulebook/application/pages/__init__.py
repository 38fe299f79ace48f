"""The pages of the application form in their order (Bijlage 4, 6 and 7B)."""

from typing import Final

from rulebook.application.pages.organisation import LOCATIONS, MANAGERS, ORGANISATION
from rulebook.application.pages.owners import NETWORK, OWNERS
from rulebook.application.pages.papers import COMPLAINTS, PRIVACY, PROCESS, STAFF
from rulebook.application.pages.people import CAREERS, TEACHERS
from rulebook.application.pages.plans import ORGANISATION_PLAN, PERIOD, TEACHING_PLAN
from rulebook.application.pages.statement import STATEMENT
from rulebook.application.pieces import Page

PAGES: Final[tuple[Page, ...]] = (
    ORGANISATION,
    LOCATIONS,
    MANAGERS,
    NETWORK,
    OWNERS,
    STATEMENT,
    PROCESS,
    PRIVACY,
    COMPLAINTS,
    STAFF,
    CAREERS,
    TEACHERS,
    TEACHING_PLAN,
    ORGANISATION_PLAN,
    PERIOD,
)
BY_CODE: Final = {page.code: page for page in PAGES}
