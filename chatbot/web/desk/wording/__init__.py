"""The wording check as a page and as an API."""
