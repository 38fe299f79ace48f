"""Why a file is refused, as the rest of a sentence that begins with its name."""


class RefusalError(Exception):
    """The text follows the quoted name: "is leeg. Kies een bestand met inhoud."."""
