"""What staff fill in. Writes are done by the services."""

from typing import Any

from django import forms

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from keurmerk.results.models.pass_rate import Profile


class SchoolForm(forms.ModelForm[School]):
    class Meta:
        model = School
        fields = ("name", "kvk_number", "certificate", "self_employed", "oval_member")
        labels = {
            "name": "Naam van de school",
            "kvk_number": "KvK-nummer",
            "certificate": "Soort Keurmerk",
            "self_employed": "De houder is zzp'er en huurt niemand in",
            "oval_member": "De school is lid van OVAL",
        }
        help_texts = {"kvk_number": "Acht cijfers, met voorloopnullen."}
        widgets = {"certificate": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["certificate"] = forms.ChoiceField(
            label="Soort Keurmerk", choices=CertificateKind.choices, widget=forms.RadioSelect
        )
        self.fields["kvk_number"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}


class AuditorField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.email})"


class AuditorForm(forms.Form):
    auditor = AuditorField(
        label="Auditor",
        queryset=User.objects.filter(role=Role.AUDITOR, is_active=True).order_by("name"),
        empty_label="Kies een auditor",
    )


class SurveyForm(forms.Form):
    """The columns of `tevredenheid`, checked against each other by the service."""

    period = forms.ChoiceField(label="Meetperiode")
    invited = forms.IntegerField(label="Uitgenodigd", min_value=0)
    completed = forms.IntegerField(label="Ingevuld", min_value=0)
    grades = forms.IntegerField(
        label="Aantal cijfers", min_value=0, help_text="Hoeveel Cursisten een cijfer gaven."
    )
    mean_grade = forms.DecimalField(
        label="Gemiddeld cijfer",
        min_value=1,
        max_value=10,
        max_digits=11,
        decimal_places=9,
        required=False,
        localize=True,
    )
    client_audit_grade = forms.DecimalField(
        label="Cijfer van de cliëntenaudit",
        min_value=1,
        max_value=10,
        max_digits=11,
        decimal_places=9,
        required=False,
        localize=True,
        help_text="Alleen als er een cliëntenaudit is gehouden (§ 5.4); dit cijfer gaat dan voor.",
    )
    source = forms.CharField(
        label="Bron", max_length=300, help_text="Bijvoorbeeld: rapport van 22 januari 2026."
    )

    def __init__(self, *args: Any, periods: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = periods  # type: ignore[attr-defined]


class PassRateForm(forms.Form):
    profile = forms.ChoiceField(label="Leerprofiel", choices=Profile.choices)
    valid_from = forms.DateField(
        label="Geldt vanaf",
        help_text="Bijvoorbeeld 1-1-2026.",
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    percentage = forms.DecimalField(
        label="Slagingsnorm in procenten",
        max_digits=12,
        decimal_places=9,
        localize=True,
        help_text="Boven 0, hoogstens 100.",
    )
    source = forms.CharField(label="Waar dit is bekendgemaakt", max_length=300)
