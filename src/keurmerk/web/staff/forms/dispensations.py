"""What staff fill in about a request for an exception or dispensation."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms

from keurmerk.certification.errors import NotPossibleError
from keurmerk.dispensations.enums import Advice
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service import Advised, NormAdvice
from keurmerk.dispensations.service.letter import norm_title
from keurmerk.web.outcomes.periods import code, decoded, words
from keurmerk.web.staff.forms.cases import A_DATE
from rulebook.dispensations import Effect
from rulebook.kernel.period import MeasuringPeriod

LONGEST = 20_000
YES, NO = "ja", "nee"
YES_NO = ((YES, "ja"), (NO, "nee"))
HOLDS, NOTE, EFFECT, LIMIT = "voldoet_", "bewijs_", "gevolg_", "grens_"


def prose(label: str, *, rows: int = 5, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


def a_day(label: str, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=options.pop("help_text", A_DATE),
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
        **options,
    )


class ActForm(forms.Form):
    """What the service refuses is told at the field it is about, or above them all."""

    def tell(self, error: NotPossibleError) -> None:
        for obstacle in error.obstacles:
            self.add_error(obstacle.code if obstacle.code in self.fields else None, obstacle.text)


class MoreForm(ActForm):
    missing = prose(
        "Wat ontbreekt?", help_text="De school leest dit en kan het één keer aanvullen, binnen twee weken."
    )


class BackForm(ActForm):
    because = prose("Waarom geeft u het terug?", help_text="Alleen medewerkers lezen dit.")


class DecideForm(ActForm):
    reasons = prose("Waarom dit besluit", help_text="Dit staat in de brief aan de school.")


class EndForm(ActForm):
    from_day = a_day("Geldt niet meer vanaf", help_text=f"Vandaag of later. {A_DATE}")
    because = prose("Waarom eindigt het eerder?", help_text="De school leest dit.")


class JudgeForm(ActForm):
    """A yes, a no or nothing yet for each condition, and what that shows from."""

    def __init__(self, *args: Any, dispensation: Dispensation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._groups = dispensation.kind_.groups
        judged = {point.code: point for point in dispensation.points.all()}
        for number, each in enumerate(dispensation.kind_.conditions, start=1):
            point = judged.get(each.code)
            self.fields[f"{HOLDS}{each.code}"] = forms.ChoiceField(
                label=f"{number}. {each.text}",
                choices=YES_NO,
                widget=forms.RadioSelect,
                required=False,
                initial=None if point is None else (YES if point.holds else NO),
            )
            self.fields[f"{NOTE}{each.code}"] = forms.CharField(
                label=f"Waaruit dat blijkt bij {number}",
                required=False,
                max_length=4000,
                initial=point.note if point else "",
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    @property
    def groups(self) -> Iterator[tuple[str, list[tuple[forms.BoundField, forms.BoundField]]]]:
        for heading, conditions in self._groups:
            yield heading, [(self[f"{HOLDS}{one.code}"], self[f"{NOTE}{one.code}"]) for one in conditions]

    @property
    def points(self) -> dict[str, tuple[bool, str]]:
        """Only what was answered."""
        given = self.cleaned_data
        codes = [name.removeprefix(HOLDS) for name in self.fields if name.startswith(HOLDS)]
        return {
            each: (given[f"{HOLDS}{each}"] == YES, given[f"{NOTE}{each}"])
            for each in codes
            if given[f"{HOLDS}{each}"]
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in list(cleaned.items()):
            note = name.replace(HOLDS, NOTE)
            if name.startswith(HOLDS) and value == NO and not cleaned.get(note, "").strip():
                self.add_error(note, "Schrijf op waarom dit niet zo is.")
        return cleaned


class AdviseForm(ActForm):
    advice = forms.ChoiceField(label="Advies", choices=Advice.choices, widget=forms.RadioSelect)
    text = prose("Waarom adviseert u dit?", help_text="Wie beslist, leest dit.")

    def __init__(self, *args: Any, dispensation: Dispensation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = dispensation.kind_
        self._norms = [row.norm for row in dispensation.norms.all()]
        effects = [(effect.value, effect.words) for effect in kind.effects]
        for norm in self._norms:
            self.fields[f"{EFFECT}{norm}"] = forms.ChoiceField(
                label=f"Norm {norm} {norm_title(norm)}",
                choices=[*effects, ("", "niet verlenen voor deze Norm")],
                required=False,
                initial=effects[0][0],
            )
            if Effect.OTHER_LIMIT in kind.effects:
                self.fields[f"{LIMIT}{norm}"] = forms.DecimalField(
                    label=f"Andere grens voor Norm {norm}",
                    required=False,
                    min_value=0,
                    max_digits=7,
                    decimal_places=2,
                    localize=True,
                    help_text="Alleen bij een andere grens; in de eenheid van de Norm, bijvoorbeeld 70.",
                )
        self.fields["valid_from"] = a_day("Geldt vanaf", required=False, initial=dispensation.wanted_from)
        self.fields["valid_until"] = a_day(
            "Geldt tot en met",
            required=False,
            initial=dispensation.wanted_until,
            help_text="Leeg: zonder einddatum.",
        )
        self.fields["conditions"] = prose(
            "Voorwaarden", required=False, rows=4, help_text="Eén voorwaarde per regel."
        )

    def advised(self) -> Advised:
        given = self.cleaned_data
        return Advised(
            advice=Advice(given["advice"]),
            text=given["text"],
            norms=[
                NormAdvice(
                    norm,
                    Effect(given[f"{EFFECT}{norm}"]) if given[f"{EFFECT}{norm}"] else None,
                    given.get(f"{LIMIT}{norm}"),
                )
                for norm in self._norms
            ],
            valid_from=given["valid_from"],
            valid_until=given["valid_until"],
            conditions=given["conditions"],
        )


class EstablishForm(ActForm):
    norm = forms.ChoiceField(label="Norm")
    period = forms.ChoiceField(label="Meetperiode")
    holds = forms.ChoiceField(
        label="Is het over deze Meetperiode toegestaan dat de Norm niet is gehaald?",
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    source = prose(
        "Waar blijkt dat uit?", rows=3, help_text="De school en haar auditor lezen dit bij de Norm."
    )

    def __init__(
        self, *args: Any, dispensation: Dispensation, periods: Sequence[MeasuringPeriod], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        granted = [row.norm for row in dispensation.norms.all() if row.granted]
        self.fields["norm"].choices = [  # type: ignore[attr-defined]
            (norm, f"{norm} {norm_title(norm)}") for norm in granted
        ]
        self.fields["period"].choices = [(code(one), words(one)) for one in periods]  # type: ignore[attr-defined]

    @property
    def chosen_period(self) -> MeasuringPeriod | None:
        return decoded(self.cleaned_data["period"])


def periods_between(
    first: date, last: date | None, known: Sequence[MeasuringPeriod]
) -> list[MeasuringPeriod]:
    """Those that share a day with what was granted, the latest first."""
    shared = {one for one in known if one.last >= first and (last is None or one.first <= last)}
    return sorted(shared, key=lambda one: (one.first, one.last), reverse=True)
