"""Facts that staff establish: several at once, with where they can be found."""

from typing import Any

from django import forms

from keurmerk.certification.service.moving import OF_ONE
from rulebook.lifecycle.facts import DERIVED, Fact

YES, NO = "ja", "nee"
ANSWERS = (("", "laat zoals het is"), (YES, "ja, het is zo"), (NO, "nee, het is niet zo"))
GROUPS: tuple[tuple[str, tuple[Fact, ...]], ...] = (
    (
        "Overeenkomst en aanvraag",
        (
            Fact.AGREEMENT_SIGNED,
            Fact.DECLARED_TRUE,
            Fact.INFORMATION_COMPLETE,
            Fact.COMPLETION_MISSED,
            Fact.REQUIREMENTS_MET,
            Fact.INVOICES_PAID,
            Fact.RELATED_HELD_BEFORE,
            Fact.NEW_FACTS,
            Fact.ENDED_ON_MATERIAL_NORM,
        ),
    ),
    (
        "De Meetperiode en haar oordeel",
        (
            Fact.AUDIT_IN_TIME,
            Fact.SURVEY_IN_TIME,
            Fact.ENOUGH_TRACKS,
            Fact.NORMS_MET,
            Fact.MAIN_NORM_1_MET,
            Fact.SURVEY_NORMS_MET,
            Fact.VISITS_POSITIVE,
        ),
    ),
    (
        "Normen die niet zijn gehaald",
        (
            Fact.NORM_FAILED,
            Fact.MATERIAL_NORM_FAILED,
            Fact.ONLY_PASS_RATES_FAILED,
            Fact.SATISFACTION_FAILED,
            Fact.B1_PASS_RATE_FAILED,
            Fact.FAILED_AGAIN,
            Fact.CLASSROOM_FAILED,
            Fact.REINSPECTION_FAILED,
        ),
    ),
    ("Waarschuwing en Schorsing", (Fact.RECOVERED, Fact.INQUIRY_DONE, Fact.CAUSE_GONE)),
    (
        "Compensatie, coulance en vrijstelling",
        (
            Fact.SEVERAL_PROFILES,
            Fact.ONE_PROFILE_BELOW,
            Fact.THREE_CLEAN_YEARS,
            Fact.SURVEY_DATA_IN_TIME,
            Fact.RESULTS_IN_TIME,
            Fact.TURNOVER_IN_TIME,
        ),
    ),
    (
        "Verzoeken van de school",
        (
            Fact.AUDITS_POSITIVE,
            Fact.TOO_FEW_LIKELY,
            Fact.ENOUGH_LIKELY_NEXT,
            Fact.BUSINESS_REASON,
            Fact.LAST_AUDIT_POSITIVE,
            Fact.REQUEST_REASONED,
            Fact.REQUEST_SIGNED,
            Fact.NEW_OWNER_BARRED,
        ),
    ),
)


def to_establish() -> frozenset[Fact]:
    """Not what is said of one plan or one objection: that is entered with it."""
    return frozenset(Fact) - DERIVED - OF_ONE


class FactsForm(forms.Form):
    source = forms.CharField(
        label="Waar blijkt dit uit?",
        max_length=300,
        help_text="Geldt voor alles wat u nu vaststelt. Heeft iets een andere bron, stel het dan apart vast. "
        "Bijvoorbeeld: auditrapport van 12 maart 2026, blz. 4.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for _, facts in GROUPS:
            for fact in facts:
                self.fields[fact.value] = forms.ChoiceField(
                    label=fact.statement, choices=ANSWERS, required=False
                )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.get(fact.value) for fact in to_establish()):
            raise forms.ValidationError("Kies bij ten minste één feit ja of nee.")
        return given

    @property
    def established(self) -> list[tuple[Fact, bool]]:
        """In the order of the page."""
        given = self.cleaned_data
        return [
            (fact, given[fact.value] == YES) for _, facts in GROUPS for fact in facts if given[fact.value]
        ]
