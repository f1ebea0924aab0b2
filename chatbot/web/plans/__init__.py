"""The shelf and the reader, as pages and as an API."""
