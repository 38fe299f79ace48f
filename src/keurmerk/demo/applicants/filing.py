"""Filling in and handing in the application of a fictional school, through the services that screens use."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from keurmerk.accounts.models import User
from keurmerk.applications.enums import AgreementKind, Aspect
from keurmerk.applications.models import Agreement, Application, Attachment
from keurmerk.applications.service import agreements, assessing, evidence, filling, submitting
from keurmerk.applications.service.agreements import Signature
from keurmerk.applications.service.submitting import Declared
from keurmerk.demo.applicants.applicant import MANAGER, OWNER, TEACHER, Applicant, answers_of, titles
from keurmerk.demo.lives.files import as_pdf
from keurmerk.documents import service as documents
from keurmerk.organisations.models import School
from rulebook.application.conduct import PROFILE
from rulebook.application.pages import PAGES

ROW_OF = {"management": MANAGER, "ubo": OWNER, "docenten": TEACHER}
NOT_HERE = "Geldt niet voor onze school: wij geven alleen les aan cursisten van gemeenten."


def agree(applicant: Applicant, school: School, *, member: User, staff: User, now: datetime) -> Application:
    """Both agreements offered, signed and concluded."""
    agreements.offer(school, today=now.date())
    for agreement in Agreement.objects.filter(school=school):
        sign(applicant, agreement, member=member, now=now)
    return agreements.conclude(school, by=staff, now=now)


def sign(applicant: Applicant, agreement: Agreement, *, member: User, now: datetime) -> None:
    processing = agreement.kind == AgreementKind.PROCESSING
    agreements.sign_for_school(
        agreement.pk,
        Signature(signer=applicant.director, function="directeur", place=applicant.city, agreed=True),
        by=member,
        now=now,
        contacts=[{"name": applicant.director, "email": member.email}] if processing else (),
    )


def fill_in(
    application: Application,
    applicant: Applicant,
    *,
    member: User,
    now: datetime,
    pages: Collection[str] | None = None,
) -> None:
    """All pages, or only these, with their documents."""
    today = now.date()
    for code, values in answers_of(applicant, today).items():
        if pages is None or code in pages:
            answer = application.answers.filter(page=code).first()
            seen = answer.revision if answer else 0
            filling.save_page(application.pk, code, values, seen=seen, by=member, now=now)
    added: dict[str, Attachment] = {}
    for page in PAGES:
        if pages is not None and page.code not in pages:
            continue
        for demand in page.evidence:
            if demand.code in titles():
                title = titles()[demand.code]
                added[title] = added.get(title) or _attach(application, applicant, title, member, now)
                _point(application, demand.code, demand.of_each, added[title], now=now)
            elif demand.may_not_apply and demand.rests_on is None:
                evidence.does_not_apply(application.pk, demand.code, NOT_HERE, now=now)


def hand_in(application: Application, applicant: Applicant, *, member: User, now: datetime) -> Application:
    declared = Declared(signer=applicant.director, function="directeur", place=applicant.city, agreed=True)
    return submitting.submit(application.pk, declared, by=member, now=now)


def judge(
    application: Application, *, by: User, today: date, wrong: dict[tuple[str, Aspect], str] | None = None
) -> None:
    """Every page judged on both aspects where that is done; `wrong` says which do not do, and why."""
    told = wrong or {}
    for page in PAGES:
        for aspect in Aspect:
            if aspect is Aspect.CONTENT and not page.content:
                continue
            text = told.get((page.code, aspect), "")
            assessing.judge_page(
                application.pk, page.code, aspect, holds=not text, text=text, by=by, today=today
            )


def _attach(
    application: Application, applicant: Applicant, title: str, member: User, now: datetime
) -> Attachment:
    file = documents.examine(
        data=as_pdf(
            f"{title} - {applicant.name}",
            (
                f"Dit document hoort bij de aanvraag van {applicant.name}.",
                "De inhoud is verzonnen en dient alleen om te laten zien hoe een bijlage eruitziet.",
            ),
        ),
        filename=f"{title.lower().replace(' ', '-')}.pdf",
    )
    return evidence.add_attachment(application.pk, file, title=title, by=member, now=now)


def _point(
    application: Application, code: str, of_each: str, attachment: Attachment, *, now: datetime
) -> None:
    dated = code in ("A2", "A6", "F3")
    evidence.point_at(
        application.pk,
        code,
        attachment,
        pages="1",
        row=ROW_OF.get(of_each, ""),
        issued_on=now.date() - timedelta(days=20) if dated else None,
        profile=PROFILE if code in ("A6", "F3") else "",
        now=now,
    )
