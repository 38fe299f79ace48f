"""Faults that no dossier can show, each with the reason why."""

from tests.proof.engine_faults.seeded import Seeded, in_file

EQUIVALENT: tuple[tuple[Seeded, str], ...] = tuple(
    (in_file(file, (0, right, wrong))[0], reason)
    for file, right, wrong, reason in (
        (
            "norms/inburgeren/attempts.py",
            '            .with_columns(nw.col("level").fill_null(""))\n',
            "",
            "both engines put attempts without niveau in one partition, and no rule compares an empty niveau",
        ),
        (
            "norms/inburgeren/hours.py",
            'nw.col("all_minutes") > 0',
            'nw.col("all_minutes") >= 0',
            "a lesson ends after it begins, so that whoever attended one has minutes",
        ),
        (
            "norms/inburgeren/lessons.py",
            '.any().alias("unsigned")',
            '.all().alias("unsigned")',
            "the signature belongs to the lesson and is the same in every row of it",
        ),
        (
            "norms/inburgeren/satisfaction.py",
            'enough_forms = completed >= parameters.whole("publication_min_forms")',
            'enough_forms = invited >= 100 and completed >= parameters.whole("publication_min_forms")',
            "under a hundred invited, forty forms are more than any band asks",
        ),
        (
            "norms/inburgeren/facts.py",
            'education_route.fill_null(value=False).alias("left_aside")',
            'education_route.alias("left_aside")',
            "the reader demands a leerroute of Wi2021, and for Wi2013 false and unknown is false",
        ),
        (
            "norms/inburgeren/satisfaction.py",
            "if response is None or completed < parameters",
            "if completed < parameters",
            "nobody invited means nobody answered, which is under five",
        ),
    )
)
