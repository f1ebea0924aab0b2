"""Commands that take plans in and build the index."""
