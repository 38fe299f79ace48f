"""Invitations by mail to act for a school."""
