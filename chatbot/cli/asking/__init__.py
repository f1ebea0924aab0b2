"""Commands that ask the plans something: a question, a draft, two versions."""
