"""What citizens asked, as lists, figures and files."""
