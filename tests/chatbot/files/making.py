"""By whom and when the files of the tests are made."""

from datetime import UTC, datetime

from chatbot.files.made import Made

MADE = Made("王芳", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
