"""The service on other sites, and what operators and programs look at."""
