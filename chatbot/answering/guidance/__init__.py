"""What staff advise to do next on a topic -> a frame below an answer, never a word of a plan."""
