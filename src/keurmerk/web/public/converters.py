"""What stands in the addresses of the norms."""


class EditionConverter:
    """A handbook and its year, like inburgeren-2025. Whether it exists, the view finds out."""

    regex = r"[a-z]+-[0-9]{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class NormConverter(EditionConverter):
    """A norm's number (1.7.1.a), or the code of an unnumbered one (mn-2.4)."""

    regex = r"(?:[0-9]+(?:\.[0-9]+)*(?:\.[a-z])?|mn-[a-z0-9.]*[a-z0-9])"
