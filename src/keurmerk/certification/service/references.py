"""The kenmerk of a letter: the case's number and which letter of the case it is."""

from keurmerk.certification.models import Case


def next_reference(case: Case) -> str:
    """Call it with the case held: two letters at once must not get one kenmerk."""
    written = case.decisions.count() + case.intentions.count()
    return f"Z{case.number:06d}-{written + 1}"


def hold(case: Case) -> Case:
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)
