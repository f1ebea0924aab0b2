"""Plan files that staff send in -> what is served: seen, corrected, tried, built beside it all."""
