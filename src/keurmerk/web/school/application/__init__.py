"""How an application looks to who fills it in."""
