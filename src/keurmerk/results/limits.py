"""How big a file a school may send; what is larger is refused before it is read."""

MEGABYTE = 1_000_000
MAX_UPLOAD_BYTES = 50 * MEGABYTE
"""A workbook or zip of the largest school is below a tenth of this."""

MAX_FILENAME = 200
