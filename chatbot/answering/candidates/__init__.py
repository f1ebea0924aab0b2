"""Passages found -> all that may be quoted: sentences, sections, lists, rows, facts."""
