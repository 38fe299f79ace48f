"""A form per kind of report, made of the questions of its duty; and the answer to a question about it."""

from datetime import date
from typing import Any

from django import forms

from keurmerk.documents.forms import DocumentField
from keurmerk.reporting.service.reports import NOT_YET_A_LOCATION, problem_with
from keurmerk.web.school.forms.answers import MOST_FILES, day_field, text_field
from rulebook.application.checking import problem_of
from rulebook.application.pieces import Kind, Question
from rulebook.application.reports import Duty, ReportKind, day_problem, makes_location


class ReportForm(forms.Form):
    """What is wrong is said at its own box; the rest stays as it was typed."""

    happened_on = day_field("Dag")
    text = text_field("Toelichting", rows=8)
    papers = DocumentField(label="Bewijsstukken", required=False, most=MOST_FILES)

    def __init__(self, *args: Any, duty: Duty, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._duty, self._today = duty, today
        self.fields["happened_on"].label = duty.day_label
        self.fields["happened_on"].help_text = (
            "Dit mag ook een dag zijn die nog komt." if duty.planned else "Een dag tot en met vandaag."
        )
        self.fields["text"].label = duty.text_label
        for question in duty.questions:
            self.fields[question.name] = field_of(question)
        self.order_fields(["happened_on", *(each.name for each in duty.questions), "text", "papers"])

    @property
    def asked_fields(self) -> list[forms.BoundField]:
        """All but the files, which have a layout of their own."""
        return [field for field in self if field.name != "papers"]

    @property
    def details(self) -> dict[str, str]:
        return {each.name: self.cleaned_data.get(each.name) or "" for each in self._duty.questions}

    def clean_happened_on(self) -> date:
        day: date = self.cleaned_data["happened_on"]
        if problem := day_problem(self._duty, day, self._today):
            raise forms.ValidationError(problem)
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for question in self._duty.questions:
            problem = problem_with(question, self.details, self._today)
            if problem and question.name not in self.errors:
                self.add_error(question.name, problem)
        lessons = given.get("lessen") or ""
        is_count = self._duty.kind is ReportKind.LOCATION and "lessen" not in self.errors
        if is_count and not makes_location(int(lessons)):
            self.add_error("lessen", NOT_YET_A_LOCATION)
        return given


def field_of(question: Question) -> forms.Field:
    """Not required by itself: `clean` knows whether it is asked, and says what is missing."""
    options: dict[str, Any] = {
        "label": question.label,
        "help_text": question.help,
        "required": question.required and question.when is None,
        "error_messages": {"required": problem_of(question, "", date.min)},
    }
    if question.when is not None:
        options["help_text"] = question.help or "Alleen bij ‘nee’ op de vorige vraag."
    if question.choices:
        return forms.ChoiceField(choices=question.choices, widget=forms.RadioSelect, **options)
    attrs = {"autocomplete": "off"}
    if question.kind is Kind.COUNT:
        attrs["inputmode"] = "numeric"
    return forms.CharField(max_length=question.longest, widget=forms.TextInput(attrs=attrs), **options)


class AnswerForm(forms.Form):
    answer = text_field("Uw antwoord", rows=8)
    papers = DocumentField(label="Bewijsstukken", required=False, most=MOST_FILES)
