"""What changed between two submissions: named by question and row, as it was and as it is."""

from rulebook.application.differences import differences

LED = {
    "id": "a",
    "voornamen": "Anna",
    "achternaam": "Berg",
    "functie": "Directeur",
    "rollen": ["kvk", "dagelijks"],
}


def told(before, after):
    return [
        (each.page.code, each.whose, each.question.name, each.old, each.new)
        for each in differences(before, after)
    ]


def test_the_same_answers_differ_in_nothing():
    given = {"onderneming": {"naam": "Taal BV"}, "management": {"management": [LED]}}
    assert told(given, given) == []


def test_an_answer_as_it_was_and_as_it_is():
    before, after = {"onderneming": {"naam": "Taal BV"}}, {"onderneming": {"naam": "Taalhuis BV"}}
    assert told(before, after) == [("onderneming", "", "naam", "Taal BV", "Taalhuis BV")]


def test_spaces_and_the_order_of_choices_are_no_change():
    moved = LED | {"functie": " Directeur ", "rollen": ["dagelijks", "kvk"]}
    assert told({"management": {"management": [LED]}}, {"management": {"management": [moved]}}) == []


def test_a_row_is_known_by_its_id_and_not_by_its_place():
    other = {"id": "b", "voornamen": "Bo", "achternaam": "Dam"}
    before = {"management": {"management": [LED, other]}}
    after = {"management": {"management": [other, LED]}}
    assert told(before, after) == []


def test_a_row_that_came_and_one_that_went_are_told_by_name():
    other = {"id": "b", "voornamen": "Bo"}
    found = told({"management": {"management": [LED]}}, {"management": {"management": [other]}})
    assert ("management", "persoon Anna Berg", "functie", "Directeur", None) in found
    assert found[-1] == ("management", "persoon Bo", "voornamen", None, "Bo")


def test_what_stays_empty_is_no_change_and_what_is_emptied_is():
    assert told({"onderneming": {"website": ""}}, {"onderneming": {}}) == []
    assert told({"onderneming": {"website": "x.nl"}}, {}) == [("onderneming", "", "website", "x.nl", None)]
