"""Plan files in, ranked passages out; knows nothing of the web."""
