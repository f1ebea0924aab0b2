"""What was typed into a form of the desk, kept until it has been taken."""
