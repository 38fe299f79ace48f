"""Fields that may be empty for now."""

from django import forms


def wanted[F: forms.Field](field: F) -> F:
    """A draft may lack it, a decision may not: it is not required, but not called optional either."""
    field.required = False
    field.wanted = True  # type: ignore[attr-defined]  # looked at by components/field_label.html
    return field
