"""Is this file what its name says, and does it hold nothing that acts by itself? Pure: bytes in, a reason out."""
