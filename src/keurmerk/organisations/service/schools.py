"""Schools themselves."""

from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School


@journaled
def register_school(
    *,
    kvk_number: str,
    name: str,
    certificate: CertificateKind,
    registered_by: Party | Recordable,
    self_employed: bool = False,
    oval_member: bool = False,
    fictional: bool = False,
) -> School:
    """Raises ValidationError for a number that is not eight digits or is already known."""
    school = School(
        kvk_number=kvk_number,
        name=name,
        certificate=certificate,
        self_employed=self_employed,
        oval_member=oval_member,
        fictional=fictional,
    )
    school.full_clean()
    school.save()
    journal.record(
        actor=registered_by,
        kind="school.registered",
        subject=school,
        payload={"kvk_number": kvk_number, "certificate": certificate.value},
    )
    return school


@journaled
def set_certificate_kind(school: School, kind: CertificateKind) -> None:
    """Follows the certificate's own change, which has its line in the journal."""
    if school.certificate != kind:
        school.certificate = kind
        school.save(update_fields=["certificate"])
