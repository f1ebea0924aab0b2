"""Tools for staff: what a draft says, held against the plans."""
