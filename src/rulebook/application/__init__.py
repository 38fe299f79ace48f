"""What an application must hold (§2.2-2.4, Bijlage 4, 6, 7): requirements, statements and how each is checked."""
