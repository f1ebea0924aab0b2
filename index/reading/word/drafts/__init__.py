"""A .docx that is to come back with comments: its words, and where each stands in its bytes."""
