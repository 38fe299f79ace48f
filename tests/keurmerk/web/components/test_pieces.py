"""The small pieces: stars, terms, progress, why not, chips, forms, navigation."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template

from keurmerk.web.components.navigation import Item, links
from keurmerk.web.components.stars import stars_of

SCORES = {"tevredenheid": 7.9, "slagingspercentage": 8, "toezicht_in_de_klas": 8, "transparantie": 7.5}


def shown(source, **context):
    return " ".join(Template("{% load keurmerk %}" + source).render(Context(context)).split())


def rating(final, stars, **scores):
    return {"onderdelen": SCORES | scores, "eindscore": final, "sterren": stars, "opmerkingen": []}


def test_stars_are_said_in_words():
    html = shown("{% stars s %}", s=stars_of(rating(7.92, 3)))
    assert "3 van 4 sterren" in html
    assert html.count("icon--filled") == 3


def test_parts_add_up_to_the_final_score():
    stars = stars_of(rating(7.92, 3))
    contributions = [float(part.contribution.replace(",", ".")) for part in stars.parts]
    assert sum(contributions) == pytest.approx(7.92)
    assert stars.final == "7,920"


def test_without_a_pass_rate_the_other_weights_become_a_hundred():
    stars = stars_of(rating(7.9, 3, slagingspercentage=None))
    assert [part.weight.split("\N{NO-BREAK SPACE}")[0] for part in stars.parts] == [
        "46,15", "telt niet mee", "38,46", "15,38",
    ]  # fmt: skip


def test_stars_that_cannot_be_given_are_not_zero():
    stars = stars_of(rating(None, None, tevredenheid=None))
    assert (stars.words, stars.missing, stars.final) == (
        "nog geen sterren", ("Tevredenheid van cursisten",), None,
    )  # fmt: skip
    assert "icon--filled" not in shown("{% star_breakdown s %}", s=stars)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 30), "nog 1 dag"),
        (date(2026, 12, 1), "vandaag"),
        (date(2026, 12, 3), "2 dagen verlopen"),
    ],
)
def test_a_term_counts_from_the_day_it_is_given(today, words):
    html = shown('{% term ends today "ontvangst" ground="§3.5" %}', ends=date(2026, 12, 1), today=today)
    assert words in html
    assert 'datetime="2026-12-01"' in html


def test_progress_is_readable_and_may_be_unknown():
    assert 'aria-valuenow="30"' in shown('{% progress 3 10 "Lezen" %}')
    unknown = shown('{% progress 0 0 "Lezen" %}')
    assert "bezig" in unknown
    assert "aria-valuenow" not in unknown


def test_what_cannot_be_done_says_why_and_can_be_reached():
    html = shown('{% why_not "Vastleggen" "Er zijn nog 12 fouten." %}')
    assert 'aria-disabled="true" aria-describedby="waarom-vastleggen"' in html
    assert " disabled" not in html


def test_chips_lead_to_the_norm_of_an_edition():
    assert 'href="/normen/inburgeren-2024/2.15/"' in shown('{% norm_chip "2.15:hoog" "inburgeren-2024" %}')
    assert 'href="/normen/1.7.1.a/"' in shown('{% norm_chip "1.7.1.a" %}')
    assert "href" not in shown('{% norm_chip "geen norm" %}')


def test_mentioned_readings_become_links_and_text_stays_text():
    html = shown("{{ text|readings_linked }}", text="<b> (I-04)")
    assert html == '&lt;b&gt; (<a href="/lezingen/#I-04">I-04</a>)'


def test_a_code_may_be_broken_at_its_underscores():
    assert shown("{{ 'op_tijd'|coded }}") == "<code>op_<wbr>tijd</code>"


class AForm(forms.Form):
    name = forms.CharField(label="Naam", help_text="Voluit.")
    kind = forms.ChoiceField(label="Soort", choices=(("a", "A"), ("b", "B")), widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Akkoord", required=False)


def test_a_form_ties_label_hint_and_error_to_the_field():
    html = shown("{{ form }}", form=AForm({}))
    assert '<label class="field__label" for="id_name">' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert '<a href="#id_name">Naam: ' in html
    assert '<a href="#id_kind_0">Soort: ' in html
    assert "autofocus" in html


def test_a_form_without_errors_has_no_summary():
    assert "Dit klopt nog niet" not in shown("{{ form }}", form=AForm())


class Somebody:
    is_authenticated = True
    role = "school"


def test_navigation_shows_what_a_role_may_follow_and_where_one_is():
    items = (
        Item("Normen", "public:readings"),
        Item("School", "public:stars", frozenset({"school"})),
        Item("Staf", "public:colophon", frozenset({"staff"})),
    )
    found = links(items, Somebody(), "/lezingen/iets/")
    assert [(link.label, link.current) for link in found] == [("Normen", "true"), ("School", None)]
