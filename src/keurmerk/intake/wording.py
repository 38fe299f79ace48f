"""Small help with Dutch sentences."""


def listed(words: tuple[str, ...]) -> str:
    """Join words as a choice: a, b of c."""
    return f"{', '.join(words[:-1])} of {words[-1]}" if len(words) > 1 else words[0]
