"""An old phone on a slow network -> seconds until a question can be typed and is answered, bytes.

    python -m benchmarks.browser.phone [--runs N]

Bytes are what the browser received, compressed as it came and with its headers: of the widget
before it is opened and in all, and of a first visit to the start page. 1.6 Mb/s, 150 ms, a
processor four times slower, nothing in the cache. The widget is opened as soon as its button is
drawn. Exit code 1 when a median is over its limit.
"""

import argparse
import statistics
import sys
from collections.abc import Callable

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.browser.serving import CHROMIUM, FLAGS, served

NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
PHONE = ViewportSize(width=390, height=844)
SMALL = ViewportSize(width=360, height=640)
SLOWER = 4
BYTES = {"widget closed": 3, "widget": 16, "start page": 60}  # kilobytes
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
        travelled, looks = travelling(browser, address), seen_on_a_phone(browser, address)
        browser.close()
    medians = {name: statistics.median(run[name] for run in runs) for name in LIMITS}
    for name, limit in LIMITS.items():
        worst = max(run[name] for run in runs)
        line = f"{name:10} median {medians[name]:.2f} s  worst {worst:.2f} s  limit {limit} s"
        sys.stdout.write(line + "\n")
    for name, most in BYTES.items():
        sys.stdout.write(f"{name:14} {travelled[name] / 1024:.1f} kB  limit {most} kB\n")
    for name, (value, limit) in looks.items():
        sys.stdout.write(f"{name:28} {value:.2f}  limit {limit}\n")
    is_slow = any(medians[name] > limit for name, limit in LIMITS.items())
    is_heavy = any(travelled[name] > 1024 * most for name, most in BYTES.items())
    return int(is_slow or is_heavy or any(value > most for value, most in looks.values()))


def seen_on_a_phone(browser: Browser, address: str) -> dict[str, tuple[float, float]]:
    """At 360 by 640: what head and form take of the screen, the launcher in the largest letters."""
    page = browser.new_context(viewport=SMALL, is_mobile=True, has_touch=True).new_page()
    page.goto(f"{address}/demo")
    page.get_by_role("button", name="特大").click()
    launcher = page.locator("plan-chat .launcher")
    height = (launcher.bounding_box() or {"height": 0})["height"]
    page.get_by_role("button", name="标准").click()
    launcher.dispatch_event("click")
    parts = [page.locator(f"plan-chat {part}") for part in (".head", ".form")]
    parts[0].wait_for()
    taken = sum((part.bounding_box() or {"height": 0})["height"] for part in parts)
    return {
        "head and form, of the screen": (taken / SMALL["height"], 0.3),
        "launcher in 特大, pixels": (height, 64),
    }


def travelling(browser: Browser, address: str) -> dict[str, int]:
    """The bytes of the widget's files on a portal, before it is opened and after; of `/` in all."""
    page = browser.new_context(viewport=PHONE, is_mobile=True).new_page()
    received = counted(page)
    page.goto(f"{address}/demo", wait_until="networkidle")
    closed = sum(size for url, size in received() if "/widget/" in url)
    page.locator("plan-chat").locator(".launcher").dispatch_event("click")
    page.locator("plan-chat").get_by_role("dialog").wait_for()
    page.wait_for_load_state("networkidle")
    opened = sum(size for url, size in received() if "/widget/" in url)
    first = browser.new_context(viewport=PHONE, is_mobile=True).new_page()
    received = counted(first)
    first.goto(f"{address}/", wait_until="networkidle")
    start = sum(size for _, size in received())
    return {"widget closed": closed, "widget": opened, "start page": start}


def counted(page: Page) -> Callable[[], list[tuple[str, int]]]:
    """What a page receives from now on: each address with its bytes."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on(
        "Network.responseReceived",
        lambda one: addresses.update({one["requestId"]: one["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda one: sizes.update({one["requestId"]: int(one["encodedDataLength"])}),
    )
    return lambda: [(addresses.get(name, ""), size) for name, size in sizes.items()]


def measured(browser: Browser, address: str) -> dict[str, float]:
    """Seconds of one visit with an empty cache."""
    context = browser.new_context(viewport=PHONE, is_mobile=True)
    page = context.new_page()
    slow_down(page)
    page.add_init_script(WATCH)
    page.goto(f"{address}/demo", wait_until="commit")
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
