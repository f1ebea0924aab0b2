"""The widget's script -> the hash by which a portal's page pins it (Subresource Integrity)."""

import base64
import hashlib
from pathlib import Path

from chatbot.slimming import slimmed

SCRIPT = Path(__file__).parent / "static" / "widget" / "plan-chat.js"


def script_hash(script: Path = SCRIPT) -> str:
    """The hash as a script tag's `integrity` attribute holds it: sha384, in base64."""
    digest = hashlib.sha384(slimmed(script)).digest()
    return "sha384-" + base64.b64encode(digest).decode("ascii")
