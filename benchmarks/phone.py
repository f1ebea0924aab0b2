"""An old phone on a slow network -> seconds until a question can be typed and is answered.

    python -m benchmarks.phone [--runs N]

1.6 Mb/s, 150 ms, a processor four times slower, nothing in the cache. The widget is opened as
soon as its button is drawn. Exit code 1 when a median is over its limit.
"""

import argparse
import statistics
import sys

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.serving import CHROMIUM, FLAGS, served

NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
SLOWER = 4
LIMITS = {"input": 1.5, "answer": 1.0, "ask page": 1.5}  # seconds
WATCH = """(() => {
  const seen = (window.seen = {});
  const shown = (element) => element?.getClientRects().length;
  const tick = () => {
    const root = document.querySelector("plan-chat")?.shadowRoot;
    const launcher = root?.querySelector(".launcher");
    if (shown(launcher) && !seen.launcher) { seen.launcher = performance.now(); launcher.click(); }
    const box = root?.querySelector("textarea");
    if (shown(box) && !seen.input) seen.input = performance.now();
    if (seen.asked && !seen.answer && shown(root.querySelector("[part=quote]")))
      seen.answer = performance.now();
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})()"""
ASK = """() => {
  const root = document.querySelector("plan-chat").shadowRoot;
  root.querySelector("textarea").value = "大养老体系怎么建？";
  seen.asked = performance.now();
  root.querySelector("form").requestSubmit();
}"""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        runs = [measured(browser, address) for _ in range(options.runs)]
        browser.close()
    medians = {name: statistics.median(run[name] for run in runs) for name in LIMITS}
    for name, limit in LIMITS.items():
        worst = max(run[name] for run in runs)
        line = f"{name:10} median {medians[name]:.2f} s  worst {worst:.2f} s  limit {limit} s"
        sys.stdout.write(line + "\n")
    return int(any(medians[name] > limit for name, limit in LIMITS.items()))


def measured(browser: Browser, address: str) -> dict[str, float]:
    """Seconds of one visit with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    page = context.new_page()
    slow_down(page)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => seen.input")
    page.wait_for_load_state()
    page.evaluate(ASK)
    page.wait_for_function("() => seen.answer")
    seen = page.evaluate("seen")
    plain = context.new_page()
    slow_down(plain)
    plain.goto(f"{address}/ask")
    painted = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    asked = plain.wait_for_function(painted).json_value()
    context.close()
    return {
        "input": seen["input"] / 1000,
        "answer": (seen["answer"] - seen["asked"]) / 1000,
        "ask page": asked / 1000,
    }


def slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


if __name__ == "__main__":
    sys.exit(main())
