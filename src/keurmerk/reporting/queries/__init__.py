"""Reads with a name, for the verbs and the screens."""
