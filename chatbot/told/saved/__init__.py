"""What is told of checks that are kept: their counts, and their findings as rows of a table."""
