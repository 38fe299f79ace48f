"""The explanation rows as a CSV file (`--uitleg`)."""

import csv
from pathlib import Path

import polars as pl

from keurmerk.intake.exports import neutralised


def write_explanation(rows: pl.DataFrame, path: Path) -> None:
    """Write the rows in the order, and under the names, that the outcome gives them."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(rows.columns)
        for row in rows.iter_rows():
            writer.writerow("" if cell is None else neutralised(str(cell)) for cell in row)
