"""What to do next on a topic: written by staff, checked by a day, shown below what plans say."""
