"""3.1.1, 3.1.2 and the publication of the satisfaction grade."""

from fractions import Fraction

from tests.reference.norm_row import MET, NOT_APPLICABLE, NOT_MET, TOO_FEW, NormRow, met, no_data
from tests.reference.numbers import share
from tests.reference.rows import Satisfaction

GRADE_LIMIT = Fraction("6.5")
RESPONSE_LIMIT = 10
ENOUGH_COMPLETED = 5
# invited fewer than -> share that must have been completed (I-08: the lower bound belongs to the band)
BANDS = ((10, 50), (50, 40), (100, 30), (10**9, 25))


def judge_satisfaction(survey: Satisfaction | None) -> list[NormRow]:
    if survey is None:
        return [no_data("3.1.1", unit="cijfer"), no_data("3.1.2")]
    response = judge_response(survey)
    return [judge_grade(survey, response.verdict), response]


def judge_response(survey: Satisfaction) -> NormRow:
    value = share(survey.completed, survey.invited)
    if survey.client_audit_grade is not None:
        verdict = MET
    elif value is None:
        verdict = NOT_APPLICABLE
    elif survey.completed >= ENOUGH_COMPLETED and value >= RESPONSE_LIMIT:
        verdict = MET
    else:
        verdict = NOT_MET
    return NormRow("3.1.2", verdict, None, survey.completed, survey.invited, value, RESPONSE_LIMIT)


def judge_grade(survey: Satisfaction, response: str) -> NormRow:
    grade = survey.mean_grade if survey.client_audit_grade is None else survey.client_audit_grade
    if grade is None:
        verdict = NOT_APPLICABLE
    elif response == NOT_MET:
        verdict = TOO_FEW
    else:
        verdict = met(grade >= GRADE_LIMIT)
    return NormRow("3.1.1", verdict, value=grade, limit=GRADE_LIMIT, unit="cijfer")


def may_be_published(survey: Satisfaction | None) -> bool | None:
    """§5.7, Tabel 2."""
    if survey is None:
        return None
    if survey.client_audit_grade is not None:
        return True
    if survey.completed < ENOUGH_COMPLETED:
        return False
    asked = next(percentage for upper, percentage in BANDS if survey.invited < upper)
    percentage = Fraction(survey.completed * 100, survey.invited)
    return percentage >= asked or (survey.invited >= 100 and survey.completed >= 40)
