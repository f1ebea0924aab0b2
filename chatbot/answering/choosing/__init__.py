"""Candidates with their evidence -> the one that is shown, and what stands beside it."""
