"""Every write to schools and to who may act for or look into them."""

from keurmerk.organisations.service.auditors import assign_auditor, end_assignment
from keurmerk.organisations.service.members import (
    LastSignerError,
    add_member,
    applicants_become_managers,
    change_function,
    remove_member,
)
from keurmerk.organisations.service.roles import WrongRoleError
from keurmerk.organisations.service.schools import register_school, set_certificate_kind

__all__ = [
    "LastSignerError",
    "WrongRoleError",
    "add_member",
    "applicants_become_managers",
    "assign_auditor",
    "change_function",
    "end_assignment",
    "register_school",
    "remove_member",
    "set_certificate_kind",
]
