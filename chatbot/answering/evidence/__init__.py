"""A candidate -> how likely it answers, from what speaks for it and what against."""
