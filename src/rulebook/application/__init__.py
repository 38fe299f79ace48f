"""What an application holds (§2.2-2.4, Bijlage 4, 6, 7): questions, evidence, and what is missing."""
