"""Why a verb was not carried out. Every message is Dutch and may be shown as it is."""


class InvitationError(Exception):
    """The parent of all of these; nothing was stored."""


class AlreadyMemberError(InvitationError):
    """Who has this address acts for the school already."""


class TooManyInvitationsError(InvitationError):
    """Mail to strangers has its limits."""


class NotOpenError(InvitationError):
    """Accepted or withdrawn meanwhile, or its time is over."""


class OtherAccountError(InvitationError):
    """The account has another address than the invitation, or is not one of a school."""


class AccountExistsError(InvitationError):
    """There is an account with this address now: sign in with it instead of opening one."""
