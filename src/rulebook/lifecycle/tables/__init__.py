"""The rows of the transition tables, a topic a file."""
