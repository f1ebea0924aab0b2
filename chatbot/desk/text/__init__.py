"""What the desk's tools share: texts compared by characters, numbers, names, pairs."""
