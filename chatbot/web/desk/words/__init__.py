"""Words that citizens use and no plan writes: taken in once a person has seen what changes."""
