"""Our values -> JSON for programs, and the words in which people are told of them."""
