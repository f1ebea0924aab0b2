"""Finding one's way at the desk: one search over everything, and the keys that lead about."""
