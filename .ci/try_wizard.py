"""Opens the browser wizard of an installed wheel: its pages, its style sheet, and its end."""

import re
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar


def main(command: str, folder: str) -> None:
    """Start the wizard, look at what a browser would load, and end it as a person would."""
    running = subprocess.Popen(
        [command, "wizard", folder, "--no-browser"], stdout=subprocess.PIPE, text=True
    )
    try:
        link = re.search(r"(http://127\.0\.0\.1:\d+)/\S+", running.stdout.readline())
        base = link[1]
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        start = browser.open(link[0]).read().decode()
        assert "<h1>" in start, "no start page"
        assert b".button" in browser.open(f"{base}/static/wizard.css").read(), "no style sheet"
        setup = browser.open(f"{base}/c/{folder}/setup").read().decode()
        assert 'name="f.employees"' in setup, "no questions"
        end = urllib.request.Request(f"{base}/stop", data=b"", headers={"Origin": base})
        browser.open(end).read()
        assert running.wait(timeout=20) == 0, "the wizard didn't end well"
    finally:
        running.kill()
    print("wheel: the browser wizard opened and ended")


if __name__ == "__main__":
    main(*sys.argv[1:])
