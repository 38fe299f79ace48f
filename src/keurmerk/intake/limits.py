"""How much a delivery may hold; what is larger is refused before or while it is read."""

MEGABYTE = 1_000_000
MAX_UNPACKED = 200 * MEGABYTE
MAX_CSV_BYTES = 200 * MEGABYTE
MAX_ROWS = 2_000_000
MAX_MEMBERS = 2_000
MAX_COLUMN = 16_384
"""The last column of a spreadsheet: XFD."""
SUSPECT_UNPACKED = 20 * MEGABYTE
MAX_RATIO = 250
"""Above this ratio a member that unpacks to more than the suspect size is a bomb, not a table."""
