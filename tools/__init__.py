"""What make needs beside make, and the upkeep of the map of captions."""
