"""After the computed norms comes every other norm of the catalogue, for an auditor to judge."""

import random

import pytest

from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.catalogue import manual_numbers, norm
from tests.generators.dossiers import random_dossier
from tests.generators.frames import dossier_of

EDITION = "inburgeren-2025"
NUMBERS = ("groep", "teller", "noemer", "waarde", "grens", "eenheid")


@pytest.mark.parametrize("certificate", ["bepaalde_tijd", "onbepaalde_tijd"])
def test_other_norms_of_the_catalogue_follow_for_an_auditor(certificate: str) -> None:
    tables, first, last = random_dossier(random.Random(14), "small")
    tables["organisatie"][0]["keurmerk"] = certificate
    outcome = judge(dossier_of(tables), MeasuringPeriod(first, last), edition=EDITION)
    rows = outcome.as_json()["normen"]
    manual = [row for row in rows if row["oordeel"] == "handmatig"]
    assert manual == rows[-len(manual) :]
    assert [row["norm"] for row in manual] == list(manual_numbers(EDITION))
    assert {row[name] for row in manual for name in NUMBERS} == {None}
    expected = [norm(row["norm"], EDITION).is_material(certificate) for row in manual]
    assert [row["materieel"] for row in manual] == expected
    assert any(expected)
