"""A password, addresses and a clock for tests of accounts."""

PASSWORD = "mei-zhou-shi-2026"  # noqa: S105
WRONG = "mei-zhou-shi-2025"
HERE, THERE = "10.0.0.1", "10.0.0.2"


class Clock:
    """Seconds that pass when told to."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now
