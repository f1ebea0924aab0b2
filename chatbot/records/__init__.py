"""What was asked, answered and rated."""
