"""A draft -> what became of each of its sentences: verbatim, different or absent."""
