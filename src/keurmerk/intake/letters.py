"""Columns by number and by the letters that a spreadsheet shows."""

LETTERS = 26


class NoLettersError(ValueError):
    """Not the letters of a column."""


def place_of(letters: str) -> int:
    """Count a column from 0 by its letters."""
    place = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise NoLettersError
        place = place * LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def letters_of(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
