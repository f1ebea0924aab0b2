"""Two versions compared, as a page and as files."""
