"""A question in, an Answer with citations out; knows nothing of HTTP."""
