"""Which account fits which tie to a school."""


class WrongRoleError(ValueError):
    """An account of this role cannot be tied to a school in this way."""
