"""The desk of the staff: signing in, and a page for each of its tools."""
