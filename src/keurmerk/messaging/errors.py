"""Why a verb was not carried out. Every message is Dutch and may be shown as it is."""


class MessageError(Exception):
    """The parent of all of these; nothing was stored."""


class NotAnAddressError(MessageError):
    """Nobody can be reached by what was given as e-mail address."""


class NotResendableError(MessageError):
    """The message is on its way, was delivered, or its text is no longer kept."""
