"""The one import engine: one schema makes the template, the reader, the checks and the messages."""
