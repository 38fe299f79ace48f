"""Fictional schools that apply: who they are, what they fill in, and how far they came."""
