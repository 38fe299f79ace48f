"""Fictional schools to try the product with: a generator with a seed, and what fills the demo database."""
