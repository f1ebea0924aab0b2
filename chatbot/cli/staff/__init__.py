"""Commands on those who work at the desk, and on what citizens asked."""
