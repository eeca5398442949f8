"""Debian's Chromium without a window, driven over a pipe: what it shows, and what it asks the network for."""

import fcntl
import json
import os
import shutil
import subprocess

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-pipe",
)


def chromium():
    """Where it is, or None."""
    return shutil.which("chromium")


def _out_of_the_way(pair):
    """The same two ends under numbers that no program gives a meaning to, as Chromium does to 3 and 4."""
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in pair]
    for end in pair:
        os.close(end)
    return moved


class Browser:
    """One running browser with one page."""

    def __init__(self, profile):
        theirs, self._to = _out_of_the_way(os.pipe())
        self._from, answers = _out_of_the_way(os.pipe())
        script = f'exec "$0" "$@" 3<&{theirs} 4>&{answers}'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", script, chromium(), *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs, answers),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(answers)
        self._number, self._rest = 0, b""
        self._session = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.events = []
        for domain in ("Page", "Network", "Runtime"):
            self._call(f"{domain}.enable")

    def open(self, path):
        """Go to a file, and wait until it has loaded."""
        self.events = []
        self._call("Page.navigate", url=path.as_uri())
        while not any(one["method"] == "Page.loadEventFired" for one in self.events):
            self._read()

    def ask(self, expression):
        """What an expression says in that page; the browser itself asks, which no policy of a page forbids."""
        said = self._call("Runtime.evaluate", expression=expression, returnByValue=True)
        return said["result"]["value"]

    def be_wide(self, pixels):
        """Make the window so wide; 0 for its own width."""
        self._call("Emulation.setDeviceMetricsOverride", width=pixels, height=0, deviceScaleFactor=1, mobile=False)

    @property
    def requested(self):
        """The address of every request of the page, its own file among them."""
        asked = (one for one in self.events if one["method"] == "Network.requestWillBeSent")
        return [one["params"]["request"]["url"] for one in asked]

    def close(self):
        os.close(self._to)
        os.close(self._from)
        self._process.kill()
        self._process.wait()

    def _call(self, method, **params):
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": params}
        data = memoryview(
            json.dumps(message | ({"sessionId": self._session} if self._session else {})).encode() + b"\0"
        )
        while data:
            data = data[os.write(self._to, data) :]
        while (answer := self._read()).get("id") != number:
            pass
        return answer["result"]

    def _read(self):
        """The next message; an event is kept."""
        while b"\0" not in self._rest:
            more = os.read(self._from, 1 << 16)
            assert more, "the browser has gone"
            self._rest += more
        raw, self._rest = self._rest.split(b"\0", 1)
        message = json.loads(raw)
        if "id" not in message and self._session:
            self.events.append(message)
        return message
