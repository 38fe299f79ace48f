"""What was found of each page so far: the newest judgement of an aspect counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from keurmerk.applications.enums import Aspect
from keurmerk.applications.models import Application, PageJudgement
from rulebook.application.pages import PAGES


@dataclass(frozen=True, slots=True)
class Judged:
    newest: Mapping[tuple[str, str], PageJudgement]

    def of(self, page: str, aspect: Aspect) -> PageJudgement | None:
        return self.newest.get((page, aspect.value))

    def text(self, page: str, aspect: Aspect) -> str:
        found = self.of(page, aspect)
        return found.text if found else ""

    def failing(self, aspect: Aspect) -> list[str]:
        """The pages that do not do, in the order of the form."""
        pages = pages_of(aspect)
        return [page for page in pages if (found := self.of(page, aspect)) is not None and not found.holds]

    def unjudged(self, aspect: Aspect) -> list[str]:
        return [page for page in pages_of(aspect) if self.of(page, aspect) is None]

    def all_hold(self, aspect: Aspect) -> bool:
        return not self.failing(aspect) and not self.unjudged(aspect)


def pages_of(aspect: Aspect) -> list[str]:
    return [page.code for page in PAGES if aspect is Aspect.COMPLETENESS or page.content]


def judged(application: Application) -> Judged:
    rows = PageJudgement.objects.filter(application=application).order_by("pk").select_related("judged_by")
    return Judged({(each.page, each.aspect): each for each in rows})
