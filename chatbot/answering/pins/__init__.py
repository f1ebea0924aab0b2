"""Answers that staff chose -> the same words, checked and cited once more."""
