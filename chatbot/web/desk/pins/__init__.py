"""Pinned answers: the list, and the form that makes one."""
