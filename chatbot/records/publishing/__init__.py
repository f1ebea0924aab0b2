"""Plan files on their way to being served, and the building of what is served."""
