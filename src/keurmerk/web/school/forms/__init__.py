"""What a school fills in."""
