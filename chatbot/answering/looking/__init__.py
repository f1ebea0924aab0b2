"""What is asked -> where to look, the passages found there, and what they cover."""
