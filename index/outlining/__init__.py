"""A clean text -> its Sections, from the numbering that Chinese plans share."""
