from keurmerk.web.staff.forms.scheme import AuditorForm, PassRateForm, SchoolForm, SurveyForm

__all__ = ["AuditorForm", "PassRateForm", "SchoolForm", "SurveyForm"]
