"""Chinese itself: words, sentences, numbers, dates, sounds, places, other words for things."""
