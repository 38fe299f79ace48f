"""Why a verb was not carried out. Every message is Dutch and may be shown as it is."""


class DeliveryError(Exception):
    """The parent of all of these; nothing was stored."""


class NotReceivedError(DeliveryError):
    """The file was not taken in: too large, empty, cut off or of a kind that cannot be read."""


class WrongStateError(DeliveryError):
    """The upload is not in a state from which this can be done."""


class NotTickedError(DeliveryError):
    """A warning was not confirmed yet."""


class NewerCommittedError(DeliveryError):
    """Another upload of this period was committed after this one was made; asks a confirmation."""


class InvalidEntryError(DeliveryError):
    """What staff entered cannot be right."""


class GoneError(DeliveryError):
    """The file was deleted because its retention date has come."""


class OvertakenError(DeliveryError):
    """Another check of the same upload took over, or the upload was withdrawn."""
