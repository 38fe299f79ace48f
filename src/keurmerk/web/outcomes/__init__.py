"""What every audience sees of an outcome: the same meters, the same rows, the same words."""
