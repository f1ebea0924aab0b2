"""Commands that measure and fit, and what a portal needs to trust the widget."""
