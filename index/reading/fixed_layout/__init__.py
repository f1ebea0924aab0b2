"""Formats that place every character on a page: PDF and OFD."""
