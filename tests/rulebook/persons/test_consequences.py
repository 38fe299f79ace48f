"""What follows from what a connected person holds or held."""

import pytest

from rulebook.persons.consequences import Consequence as Follows
from rulebook.persons.consequences import History, consequences


@pytest.mark.parametrize(
    ("history", "own", "expected"),
    [
        (History(), False, ()),
        (History(holds_fixed=True), False, (Follows.REJECT_SECOND,)),
        (History(holds_indefinite=True), False, (Follows.TELL_RELATION,)),
        (History(holds_indefinite=True), True, (Follows.REJECT_SECOND,)),
        (History(held_before=True), False, (Follows.NEW_FACTS,)),
        (History(rejected=True), True, (Follows.NEW_FACTS,)),
        (History(rejected=True), False, ()),
        (History(held_before=True, material=True), False, (Follows.REJECT_MATERIAL, Follows.NEW_FACTS)),
        (
            History(holds_fixed=True, held_before=True, suspended=True, material=True),
            False,
            (Follows.REJECT_MATERIAL, Follows.REJECT_SECOND, Follows.NEW_FACTS),
        ),
    ],
)
def test_what_follows_is_told_with_the_heaviest_first(history, own, expected):
    assert consequences(history, own=own) == expected
    assert all(each.words and each.source for each in expected)
