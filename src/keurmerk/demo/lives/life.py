"""One school and the people around it, on a day of its own: what happens to it goes through the services."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from keurmerk.accounts.models import User
from keurmerk.certification.enums import Body, CaseKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Certificate, Change, Task
from keurmerk.certification.service import cases, changes, law, objections, tasks
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.demo.lives import days
from keurmerk.demo.lives.files import as_pdf, as_word
from keurmerk.demo.lives.people import People
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.organisations.models import School
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Parameter, Side

TOLD = "De status van {school} is met ingang van {day:%d-%m-%Y}: {status}. Reden: {why}."
GROUND_TO_TELL = "Handleiding §7.8; bijlage 3 artikel 11.12"
BODIES = {"duo_informeren": Body.DUO, "crkbo_informeren": Body.CRKBO}


@dataclass
class Life:
    school: School
    people: People
    today: date
    """The day on which the demo is loaded."""
    member: User | None = None
    """Who acts for the school in Mijn keurmerk; the small schools send letters."""
    day: date = field(init=False)
    """Where the story is."""
    _case: Case | None = None

    def __post_init__(self) -> None:
        self.day = self.today
        certificate_of(self.school)

    @property
    def certificate(self) -> Certificate:
        return Certificate.objects.get(school=self.school)

    @property
    def case(self) -> Case:
        """As it is now, with its certificate."""
        if self._case is None:
            raise ValueError("this life has no case yet")
        return Case.objects.get(pk=self._case.pk)

    @property
    def contact(self) -> User:
        return self.member or self.people.contact

    @property
    def sender(self) -> User:
        """Who puts in what the school sends: itself, or staff who got it on paper."""
        return self.member or self.people.staff

    @property
    def now(self) -> datetime:
        return days.noon(self.day)

    def ago(self, count: int) -> date:
        return days.before(self.today, count)

    def to(self, day: date | int) -> None:
        """Go on to a day, or to so many days ago. What happens by itself before that has happened."""
        self.day = day if isinstance(day, date) else self.ago(day)
        certificate = self.certificate
        if any(last and last < self.day for last in (certificate.fixed_until, certificate.suspended_until)):
            law.by_law(certificate.pk, self.now)
        objections.end_unused_rights(self.day)

    def open(self, kind: CaseKind, title: str, *, by: User | None = None, period: date | None = None) -> Case:
        self._case = cases.open_case(
            self.certificate,
            kind,
            title=title,
            opened_by=by or self.people.staff,
            today=self.day,
            period_first=period,
        )
        return self._case

    def take_up(self, case: Case) -> None:
        """What follows lies in this case."""
        self._case = case

    def hand_to(self, handler: User | None) -> None:
        cases.assign(self.case, handler, assigned_by=self.people.staff)

    def note(self, text: str, *, by: User | None = None) -> None:
        cases.write_note(self.case, text, written_by=by or self.people.staff)

    def paper(
        self,
        title: str,
        *paragraphs: str,
        kind: DocumentKind = DocumentKind.OTHER,
        word: bool = False,
        by: User | None = None,
        for_school: bool = True,
    ) -> Document:
        """Put a small real file in the case."""
        data = (as_word if word else as_pdf)(f"{title} - {self.school.name}", paragraphs)
        file = documents.examine(
            data=data, filename=f"{title.lower().replace(' ', '-')}.{'docx' if word else 'pdf'}"
        )
        put = cases.put_file(
            self.case, file, title=title, kind=kind, for_school=for_school, added_by=by or self.people.staff
        )
        return put.document

    def file(self, title: str, *paragraphs: str, kind: DocumentKind) -> Document:
        """A Word file of the school that a service puts in the case itself."""
        return documents.add(
            data=as_word(f"{title} - {self.school.name}", paragraphs),
            filename=f"{title.lower().replace(' ', '-')}.docx",
            title=title,
            kind=kind,
            school=self.school,
            added_by=self.sender,
        )

    def establish(self, source: str, *facts: Fact, no: Iterable[Fact] = ()) -> None:
        for fact, holds in (*((each, True) for each in facts), *((each, False) for each in no)):
            cases.establish(
                self.case, fact, holds=holds, source=source, established_by=self.people.staff, today=self.day
            )

    def step(
        self, event: Event, by: Actor = Actor.STAFF, *, values: Mapping[Parameter, str] | None = None
    ) -> Change:
        """A change without a decision."""
        user = self.sender if by is Actor.SCHOOL else self.people.staff
        step = changes.Step(event=event, by=by, user=user, values=dict(values or {}))
        return changes.make(self.certificate.pk, step, case=self.case, today=self.day)

    def settle(self, why: str, *, leave: tuple[str, ...] = ()) -> None:
        """Every duty whose last day is over was done on it, by whose duty it is; `leave` was forgotten."""
        due = Task.objects.filter(
            case__school=self.school, done_on=None, ended_on=None, due__lt=self.today
        ).exclude(code__in=leave)
        for task in due.select_related("case", "change").order_by("pk"):
            self._do(task, why)

    def close_finished(self, *, but: Case | None = None) -> None:
        """Yesterday every case was closed in which nothing runs any more."""
        self.to(1)
        for case in Case.objects.filter(school=self.school, closed_on=None).order_by("pk"):
            if case != but:
                with suppress(NotPossibleError):
                    cases.close_case(case, closed_by=self.people.staff, today=self.day)

    def _do(self, task: Task, why: str) -> None:
        if task.due is None:
            return
        if task.code in BODIES:
            changed = task.change
            status = changed.after_.words if changed else self.certificate.state_.words
            tasks.disclose(
                task.case,
                body=BODIES[task.code],
                what=TOLD.format(
                    school=self.school.name, day=changed.on if changed else task.due, status=status, why=why
                ),
                ground=GROUND_TO_TELL,
                told_by=self.people.staff,
                today=task.due,
                task=task,
            )
            return
        by = self.contact if task.side == Side.SCHOOL else self.people.staff
        tasks.do_task(task.pk, by=by, today=task.due)
