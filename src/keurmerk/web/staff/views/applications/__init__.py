"""From interest to decision: what staff see and do."""
