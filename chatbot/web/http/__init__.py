"""What every page shares: requests read, refusals and errors told, headers set."""
