"""What a file tells of itself: its title, who issued it, its dates, its place."""
