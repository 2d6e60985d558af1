"""Testigo."""
