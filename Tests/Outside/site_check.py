"""Looks at a site that `liggare site build` wrote, as the people and programs will that read it.

    site_check.py SITE [--only PAGE ...] [--pictures DIR]

In every page: HTML without a parse error (html5lib, strict), one heading of the first level and no level left out, ids that
are there once, links that lead somewhere, no script, no style within. The feed as feedparser reads it. In headless Chromium, in
one page of each kind: axe-core without any violation (WCAG 2.0 to 2.2, A and AA, and its best practices) in light and dark at 1280
and at 320 pixels, nothing wider than the window at 320 pixels and at 640 (1280 at 200 percent), a first press of the tabulator
that reaches the skip link, and nothing moving. With --pictures, screenshots and a PDF to look at.

Needs html5lib, feedparser and axe-playwright-python (for its axe.min.js alone) beside the standard library, and Chromium, which is
spoken to by its own protocol through a pipe: no driver. Ends with 0 where all is well, 1 where something is not, 2 where a
program that it needs is missing; it says which.
"""

import argparse
import base64
import functools
import http.server
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import urllib.parse


def missing(what):
    print(f"site_check: {what}", file=sys.stderr)
    sys.exit(2)


try:
    import feedparser
    import html5lib
except ImportError as error:
    missing(f"the package {error.name} is missing")

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# The pages as files.


class Page:
    """A page as html5lib reads it."""

    def __init__(self, site, path):
        self.path = path
        data = (site / path).read_bytes()
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        is_fragment = path.startswith("fragments/") and not data.startswith(b"<!DOCTYPE")
        self.is_fragment = is_fragment
        self.tree = parser.parseFragment(data.decode("utf-8")) if is_fragment else parser.parse(data.decode("utf-8"))
        self.errors = [f"{place}: {code}" for place, code, _ in parser.errors]
        self.elements = [element for element in self.tree.iter() if isinstance(element.tag, str)]
        self.ids = [element.get("id") for element in self.elements if element.get("id")]

    def faults(self, site, ids_of):
        yield from (f"not HTML: {error}" for error in self.errors)
        for tag in ("script", "style", "iframe", "object", "embed", "form"):
            if any(element.tag == tag for element in self.elements):
                yield f"has <{tag}>"
        for element in self.elements:
            for name in element.attrib:
                if name.startswith("on") or name == "style":
                    yield f"<{element.tag}> has {name}"
        for name in {name for name in self.ids if self.ids.count(name) > 1}:
            yield f"the id {name} is there more than once"
        levels = [int(element.tag[1]) for element in self.elements if re.fullmatch("h[1-6]", element.tag)]
        if not self.is_fragment and levels.count(1) != 1:
            yield f"has {levels.count(1)} headings of the first level"
        before = 1 if self.is_fragment else 0
        for level in levels:
            if level > before + 1:
                yield f"a heading of level {level} after one of level {before}"
            before = level
        for element in self.elements:
            address = element.get("href") or element.get("src")
            if address is None:
                continue
            parts = urllib.parse.urlsplit(address)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            if parts.scheme or parts.netloc:
                yield f"a link to {address}"
                continue
            target = (site / self.path).parent / parts.path if parts.path else site / self.path
            if not target.is_file():
                yield f"a link to {address}, which is not there"
            elif parts.fragment and parts.fragment not in ids_of(target):
                yield f"a link to {address}, where nothing has that id"


def check_files(site, only):
    """The faults of every page, or of some, and of the feed."""
    paths = only or sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))

    @functools.cache
    def page(path):
        return Page(site, path)

    def ids_of(target):
        return page(str(target.resolve().relative_to(site.resolve()))).ids

    faults = []
    for path in paths:
        faults += [f"{path}: {fault}" for fault in page(path).faults(site, ids_of)]
    for sheet in site.rglob("*.css"):
        text = sheet.read_text()
        if re.search(r"url\(|@import|animation|transition|scroll-behavior", text):
            faults.append(f"{sheet.name}: fetches or moves something")
    feed = feedparser.parse((site / "flode.xml").read_bytes())
    if feed.bozo:
        faults.append(f"flode.xml: {feed.bozo_exception}")
    if feed.version != "atom10" or not feed.feed.get("id") or not feed.feed.get("updated_parsed"):
        faults.append("flode.xml: no Atom feed with id and updated")
    ids = [entry.id for entry in feed.entries]
    if len(set(ids)) != len(ids) or not all(entry.get("updated_parsed") and entry.get("link") for entry in feed.entries):
        faults.append("flode.xml: an entry without id, updated or link")
    print(f"site_check: {len(paths)} pages and fragments as HTML, {len(ids)} entries of the feed: {len(faults)} faults")
    return faults


# The pages in a browser.


class Browser:
    """Headless Chromium, spoken to by the Chrome DevTools Protocol through a pipe."""

    def __init__(self, program):
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()
        command = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--hide-scrollbars",
            "--no-first-run", "--disable-extensions", "about:blank",
        ]
        shell = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", *command], pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.waiting = b""
        self.number = 0
        self.session = None
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def read(self):
        while b"\0" not in self.waiting:
            piece = os.read(self.into, 1 << 20)
            if not piece:
                raise RuntimeError("Chromium has ended")
            self.waiting += piece
        message, self.waiting = self.waiting.split(b"\0", 1)
        return json.loads(message)

    def look(self, width, dark=False):
        """Makes the window so wide, in one of the modes."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def open(self, address, width, dark=False):
        self.look(width, dark)
        self.events.clear()
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression[:60]}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key, code, text=None):
        down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
        for more in (down, {"type": "keyUp"}):
            self.call("Input.dispatchKeyEvent", key=key, code=key, windowsVirtualKeyCode=code, **more)

    def complaints(self):
        """What the browser wrote to its console: a policy that was broken, a file that was not there."""
        for event in self.events:
            if event.get("method") == "Log.entryAdded":
                entry = event["params"]["entry"]
                if entry["level"] in ("error", "warning") and "favicon" not in entry.get("url", ""):
                    yield entry["text"]

    def picture(self, file, width, dark=False):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": width, "height": min(size["height"], 6000), "scale": 1}
        data = self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"]
        file.write_bytes(base64.b64decode(data))

    def close(self):
        self.session = None
        try:
            self.call("Browser.close")
        except (RuntimeError, OSError):
            pass
        self.process.wait(timeout=10)


AXE_RUN = """axe.run(document, {runOnly: {type: "tag", values: %s}, resultTypes: ["violations"]}).then(result =>
  result.violations.map(rule => rule.id + ": " + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + " " +
  node.failureSummary.slice(0, 200)).join(" | ")))"""

OVERFLOW = """(() => { const wide = document.documentElement.scrollWidth - innerWidth; if (wide <= 0) return null;
  const found = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 &&
  !e.closest(".lg-scroll")); return wide + " px: " + found.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" | "); })()"""


def kinds(site):
    """One page of each kind, the longest."""
    all_pages = [path for path in site.rglob("*.html") if "fragments" not in path.relative_to(site).parts]
    chosen = {}
    for path in sorted(all_pages, key=lambda path: (-path.stat().st_size, str(path))):
        name = str(path.relative_to(site))
        kind = re.sub(r"(/[mf]-|/omrade-|/fokus-|-\d+)[a-z0-9-]*", r"\1*", name)
        chosen.setdefault(kind, name)
    return sorted(chosen.values())


def axe_source():
    found = importlib.util.find_spec("axe_playwright_python")
    file = pathlib.Path(found.submodule_search_locations[0]) / "axe.min.js" if found else None
    if file is None or not file.is_file():
        missing("the package axe-playwright-python (for its axe.min.js) is missing")
    return file.read_text()


def check_pages(site, options):
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("Chromium is not installed (Debian: apt-get install chromium)")
    axe = axe_source()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Browser(program)
    faults = []
    runs = 0
    names = options.only or kinds(site)
    try:
        version = None
        for name in names:
            address = f"http://127.0.0.1:{server.server_port}/{name}"
            browser.open(address, 1280)
            browser.value(axe + ";0")
            version = browser.value("axe.version")
            faults += [f"{name}: {text}" for text in browser.complaints()]
            for width, dark in ((1280, False), (1280, True), (320, True), (320, False)):
                browser.look(width, dark)
                where = f"{name} at {width}{' dark' if dark else ''}"
                faults += [f"{where}: {fault}" for fault in browser.value(AXE_RUN % json.dumps(AXE_TAGS))]
                runs += 1
                if width == 320 and not dark:
                    wide = browser.value(OVERFLOW)
                    if wide:
                        faults.append(f"{where}: wider than the window by {wide}")
            browser.look(640)
            wide = browser.value(OVERFLOW)
            if wide:
                faults.append(f"{name} at 640 (1280 at 200 percent): wider than the window by {wide}")
            faults += [f"{name}: {fault}" for fault in keyboard(browser)]
        # Opened from a folder, without a server, the page has its style too.
        browser.open(f"file://{site.resolve()}/index.html", 1280)
        if browser.value("getComputedStyle(document.querySelector('.lg-header')).backgroundColor") == "rgba(0, 0, 0, 0)":
            faults.append("index.html: opened from its folder it has no style")
        print(f"site_check: axe-core {version} in {program}, {len(names)} pages, {runs} runs: {len(faults)} faults")
        if options.pictures:
            pictures(browser, site, server.server_port, names, pathlib.Path(options.pictures))
    finally:
        browser.close()
        server.shutdown()
    return faults


REACHED = """(() => { const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return {what: e.outerHTML.slice(0, 90), name: e.className, seen: box.width > 0 && box.left >= 0 && box.right <= innerWidth + 1,
  ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2}; })()"""


def keyboard(browser):
    """What is wrong with a page for whoever has no pointer."""
    browser.press("Tab", 9)
    first = browser.value(REACHED)
    if first["name"] != "lg-skip":
        yield f"the first press of the tabulator reaches {first['what']}, not the skip link"
        return
    browser.press("Enter", 13, text="\r")
    if browser.value("document.activeElement.id") != "innehall":
        yield "the skip link does not lead to the content"
    stops = browser.value(
        "document.querySelectorAll('a[href], [tabindex=\"0\"]').length")
    browser.value("document.querySelector('.lg-skip').focus()")
    for _ in range(min(stops, 80)):
        reached = browser.value(REACHED)
        if not reached["seen"]:
            yield f"has the focus and is not seen: {reached['what']}"
        if not reached["ring"]:
            yield f"has the focus and no ring: {reached['what']}"
        browser.press("Tab", 9)


def pictures(browser, site, port, names, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        stem = name.replace("/", "_").removesuffix(".html")
        for width, dark in ((320, False), (768, False), (1280, False), (1280, True)):
            browser.open(f"http://127.0.0.1:{port}/{name}", width, dark)
            browser.picture(folder / f"{stem}-{width}{'-dark' if dark else ''}.png", width)
        pdf = browser.call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)["data"]
        (folder / f"{stem}.pdf").write_bytes(base64.b64decode(pdf))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site")
    parser.add_argument("--only", nargs="+", metavar="PAGE", help="these pages in the browser, and not one of each kind")
    parser.add_argument("--pictures", help="a folder for screenshots and PDFs")
    options = parser.parse_args()
    site = pathlib.Path(options.site)
    faults = check_files(site, options.only) + check_pages(site, options)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
