"""Asking, as a page and as an API."""
