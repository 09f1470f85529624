"""A headless Chromium in another network namespace, told what to do over a pipe (Chrome DevTools Protocol)."""

import base64
import json
import os
import subprocess
import tempfile
import time

PATIENCE = 30  # seconds for one answer

# What a page must keep to (WCAG 2.2 AA), as far as a program can see it: contrast, width, headings, names, language.
AUDIT = """
(function () {
    var faults = [];
    function channels(colour) { return (colour.match(/[0-9.]+/g) || []).map(Number); }
    function luminance(c) {
        var l = c.slice(0, 3).map(function (v) { v /= 255; return v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4); });
        return .2126 * l[0] + .7152 * l[1] + .0722 * l[2];
    }
    function ground(element) {
        for (var e = element; e; e = e.parentElement) {
            var c = channels(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] > 0) return c;
        }
        return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
    }
    function behind(text) {
        var shapes = text.parentElement.querySelectorAll("rect, circle"), box = text.getBBox();
        var x = box.x + box.width / 2, y = box.y + box.height / 2, found = null;
        shapes.forEach(function (shape) {
            if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
            var b = shape.getBBox();
            if (b.x <= x && x <= b.x + b.width && b.y <= y && y <= b.y + b.height) found = channels(getComputedStyle(shape).fill);
        });
        return found || ground(text.parentElement);
    }
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
    while ((node = walker.nextNode())) {
        var element = node.parentElement, style = getComputedStyle(element);
        if (!node.textContent.trim() || !element.getClientRects().length) continue;
        if (element.closest("noscript, .skip")) continue;
        var drawn = element.namespaceURI.endsWith("svg");
        var a = luminance(channels(drawn ? style.fill : style.color)), b = luminance(drawn ? behind(element) : ground(element));
        var ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) faults.push("contrast " + ratio.toFixed(2) + ": " + node.textContent.trim().slice(0, 40));
    }
    if (document.scrollingElement.scrollWidth > innerWidth) faults.push("wider than the window: " + document.scrollingElement.scrollWidth);
    var last = 0;
    document.querySelectorAll("h1, h2, h3").forEach(function (heading) {
        var level = Number(heading.tagName[1]);
        if (level > last + 1) faults.push("heading of level " + level + " below " + last);
        last = level;
    });
    if (document.querySelectorAll("h1").length !== 1) faults.push("not one heading of level 1");
    if (!document.documentElement.lang) faults.push("no language");
    document.querySelectorAll("a").forEach(function (link) { if (!link.textContent.trim()) faults.push("link without a name"); });
    document.querySelectorAll("svg").forEach(function (svg) { if (!svg.getAttribute("aria-label")) faults.push("picture without words"); });
    document.querySelectorAll("svg text").forEach(function (text) {
        var box = text.getBBox(), width = text.ownerSVGElement.viewBox.baseVal.width;
        if (box.x < -1 || box.x + box.width > width + 1) faults.push("text beyond its picture: " + text.textContent);
    });
    document.querySelectorAll(".wide").forEach(function (wide) { if (wide.tabIndex !== 0) faults.push("not reached by keyboard"); });
    return faults;
})()
"""


class Browser:
    """One browser with one page. `wrapper` is the command that enters the namespaces."""

    def __init__(self, wrapper):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs, self.writing = os.pipe()
        self.reading, ours = os.pipe()
        command = " ".join([
            f"exec 3<&{theirs} 4>&{ours};", "exec", *wrapper, "chromium", "--headless=new", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe",
            f"--user-data-dir={self.profile.name}", "about:blank"])
        self.process = subprocess.Popen(
            ["bash", "-c", command], pass_fds=(theirs, ours), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs)
        os.close(ours)
        self.number = 0
        self.buffer = b""
        self.session = None
        self.requests = []
        self.events = []
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.say(f"{domain}.enable")

    def end(self):
        self.session = None
        self.say("Browser.close")
        self.process.wait(PATIENCE)
        self.profile.cleanup()

    def say(self, method, **values):
        """Sends a command and returns its result; events on the way are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": values}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.hear()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def hear(self):
        while b"\0" not in self.buffer:
            part = os.read(self.reading, 1 << 16)
            if not part:
                raise RuntimeError("the browser has ended")
            self.buffer += part
        line, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(line)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        if "method" in message:
            self.events.append(message["method"])
        return message

    def open(self, url):
        self.events = []
        self.say("Page.navigate", url=url)
        end = time.monotonic() + PATIENCE
        while "Page.loadEventFired" not in self.events:
            if time.monotonic() > end:
                raise RuntimeError(f"{url} does not load")
            self.hear()

    def ask(self, expression):
        """The value of an expression in the page."""
        result = self.say("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", "a script failed"))
        return result["result"].get("value")

    def wait(self, expression):
        """The value of an expression as soon as it has one."""
        end = time.monotonic() + PATIENCE
        while not (value := self.ask(expression)):
            if time.monotonic() > end:
                return None
            time.sleep(0.1)
        return value

    def look(self, width, scheme):
        self.say("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        self.say("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def press(self, key):
        """One key, down and up."""
        number, text = {"Tab": (9, ""), "Enter": (13, "\r")}[key]
        for kind in ("keyDown", "keyUp"):
            words = {"text": text} if text and kind == "keyDown" else {}
            self.say("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=number, **words)

    def picture(self, path):
        """The whole page as a PNG file."""
        image = self.say("Page.captureScreenshot", captureBeyondViewport=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(image["data"]))
