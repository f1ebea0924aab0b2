"""A plan file -> a Document: its clean text, and what is known of it."""
