"""Two versions of a document -> what changed from one to the other."""
