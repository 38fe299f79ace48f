"""The files of the demo's uploads, made without Django, so that another process can do it."""

from dataclasses import dataclass

from keurmerk.demo.files import WORKBOOK_SUFFIX, as_workbook, as_zip
from keurmerk.demo.generator import DEFAULT_SEED, Profile, demo_dossier
from keurmerk.demo.generator.tables import Row
from keurmerk.demo.scenes import scenes_of


@dataclass(frozen=True, slots=True)
class Parcel:
    """The file that a school sends, and what the survey found about that period."""

    data: bytes
    survey: Row


def parcels_of(school: Profile) -> list[Parcel]:
    """One per scene of the school, in their order."""
    made = []
    for scene in scenes_of(school):
        tables = demo_dossier(school.key, school.period(scene.year).first, DEFAULT_SEED)
        write = as_workbook if scene.filename.endswith(WORKBOOK_SUFFIX) else as_zip
        made.append(Parcel(write(scene.delivered(tables)), tables["tevredenheid"][0]))
    return made
