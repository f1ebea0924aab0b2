"""Pages of the service -> Lighthouse's scores; needs npm, and fetches Lighthouse with it.

    python -m benchmarks.browser.lighthouse

Exit code 1 when a page is not fully accessible in Lighthouse's eyes.
"""

import json
import os
import subprocess
import sys
from urllib.request import urlopen

from benchmarks.browser.serving import CHROMIUM, FLAGS, served

LIGHTHOUSE = "lighthouse@12.8.2"  # 13 needs Node 22
FULL = 100
KINDS = ("accessibility", "best-practices", "performance")


def main() -> int:
    with served() as address:
        with urlopen(f"{address}/api/documents") as reply:  # noqa: S310  our own address
            plan = json.load(reply)["documents"][0]["id"]
        pages = (
            "/",
            "/demo",
            "/ask",
            "/plans",
            f"/plans/{plan}",
            "/embed",
            "/privacy",
            "/receipts",
        )
        scores = {page: scored(address + page) for page in pages}
    for page, found in scores.items():
        shown = "  ".join(f"{kind} {found[kind]}" for kind in KINDS)
        sys.stdout.write(f"{shown}  {page}\n")
    return int(any(found["accessibility"] < FULL for found in scores.values()))


def scored(address: str) -> dict[str, int]:
    """The scores of one page, 0 to 100."""
    command = ["npx", "--yes", LIGHTHOUSE, address, f"--chrome-flags={FLAGS}", "--output=json"]
    options = ["--quiet", "--no-enable-error-reporting", f"--only-categories={','.join(KINDS)}"]
    environment = os.environ | {"CHROME_PATH": CHROMIUM or "", "PUPPETEER_SKIP_DOWNLOAD": "1"}
    done = subprocess.run(  # noqa: S603  the addresses are our own
        [*command, *options], env=environment, capture_output=True, check=True
    )
    categories = json.loads(done.stdout)["categories"]
    return {kind: round(100 * categories[kind]["score"]) for kind in KINDS}


if __name__ == "__main__":
    sys.exit(main())
