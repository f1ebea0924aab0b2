"""What citizens asked and how it went: kept masked, counted, reviewed, forgotten in time."""
