"""Plans on the web: sent in, looked at, corrected, tried, published, replaced and withdrawn."""
