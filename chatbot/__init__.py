"""The conversation: a question in, the plan's own words out."""
