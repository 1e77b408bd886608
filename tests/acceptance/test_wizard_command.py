"""`playbook wizard` as a person runs it: killed in the middle, started twice, beside the terminal."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from questionnaire.loader import load_questionnaire
from questionnaire.store import load_answers
from questionnaire.web.serving import find_link, find_running
from tests.wizard_visitor import Visitor

COMMAND = [sys.executable, "-c", "from generator.cli.main import run; run()", "--language", "en"]
ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
ASKED = "/c/shop/q/company_name"


def start(folder, *options):
    """Return the process of a wizard."""
    return subprocess.Popen(
        [*COMMAND, "wizard", str(folder), *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def run_wizard(folder):
    """Give a running wizard and somebody who has opened it."""
    with start(folder, "--no-browser") as running:
        try:
            visitor = meet(running, folder)
            yield running, visitor
        finally:
            running.kill()


def meet(running, folder):
    """Return somebody who has opened the wizard, once it listens."""
    end = time.monotonic() + PATIENCE
    while find_running(folder) is None:
        assert running.poll() is None, running.stdout.read()
        assert time.monotonic() < end, "the wizard doesn't listen"
        time.sleep(0.05)
    link = find_link(folder).url
    visitor = Visitor(folder, link)
    visitor.open(link)
    return visitor


def send(visitor, path, text):
    """Send a form."""
    return visitor.ask("POST", path, text.encode())


def test_a_killed_wizard_loses_no_more_than_a_field(tmp_path):
    """What was saved is there, what was kept as a draft too; nothing says that it still runs."""
    folder = tmp_path / "shop"
    with run_wizard(folder) as (running, visitor):
        assert send(visitor, ASKED, "v=Luna&action=save").status == 303
        assert send(visitor, "/c/shop/draft/company_name", "v=Luna+y+Sol").status == 204
        running.kill()
        assert running.wait(PATIENCE) == -signal.SIGKILL
    assert find_link(folder) is not None
    assert find_running(folder) is None
    saved = load_answers(folder / "answers.yml", load_questionnaire())
    assert saved.by_id["company_name"].value == "Luna"
    with run_wizard(folder) as (running, visitor):
        page = visitor.ask("GET", ASKED)
        assert "Luna y Sol" in page.text
        assert send(visitor, "/stop", "").status == 200
        assert running.wait(PATIENCE) == 0
    assert find_link(folder) is None


def test_killed_while_it_writes(tmp_path):
    """Killed with a save and a draft on their way, the files hold what was there or what was sent."""
    folder = tmp_path / "shop"
    with run_wizard(folder) as (running, visitor):
        for number in range(5):
            send(visitor, ASKED, f"v=Luna+{number}&action=save")
            send(visitor, "/c/shop/draft/employees", f"v=1{number}")
        connection = [visitor.begin(ASKED, b"v=Luna+5&action=save")]
        connection.append(visitor.begin("/c/shop/draft/employees", b"v=15"))
        running.kill()
        running.wait(PATIENCE)
        for line in connection:
            line.close()
    saved = load_answers(folder / "answers.yml", load_questionnaire()).by_id["company_name"].value
    assert saved in {"Luna 4", "Luna 5"}
    with run_wizard(folder) as (_running, visitor):
        assert saved in visitor.ask("GET", ASKED).text
        draft = visitor.ask("GET", "/c/shop/q/employees").text
        assert 'value="14"' in draft or 'value="15"' in draft


def test_a_second_wizard_says_so(tmp_path):
    """In the browser it gives the link of the first, in the terminal it refuses; neither writes."""
    folder = tmp_path / "shop"
    with run_wizard(folder) as (running, visitor):
        send(visitor, ASKED, "v=Luna&action=save")
        before = (folder / "answers.yml").read_bytes()
        with start(folder, "--no-browser") as second:
            told, _ = second.communicate(timeout=PATIENCE)
        assert second.returncode == 1
        assert "open for this folder already" in told
        assert find_link(folder).url in told
        with start(folder, "--terminal") as terminal:
            told, _ = terminal.communicate("q\n", timeout=PATIENCE)
        assert terminal.returncode != 0
        assert "already open for this folder" in told
        assert (folder / "answers.yml").read_bytes() == before
        assert visitor.ask("GET", ASKED).status == 200
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 0
    assert find_link(folder) is None
    with start(folder, "--terminal") as terminal:
        told, _ = terminal.communicate("q\n", timeout=PATIENCE)
    assert terminal.returncode == 0, told


def test_a_folder_of_many_is_open_once(tmp_path):
    """The second start gives the link of the first, and takes nothing away from it."""
    with start(tmp_path, "--many", "--no-browser") as running:
        try:
            meet(running, tmp_path)
            with start(tmp_path, "--many", "--no-browser") as second:
                told, _ = second.communicate(timeout=PATIENCE)
            assert second.returncode == 1
            assert "open for this folder already" in told
            assert find_running(tmp_path) is not None
        finally:
            running.kill()


def test_it_opens_where_it_was_left(tmp_path):
    """The next start asks as much as was chosen, and goes on at the question one stopped at."""
    folder = tmp_path / "shop"
    with run_wizard(folder) as (running, visitor):
        send(visitor, ASKED, "v=Luna&action=save")
        send(visitor, "/c/shop/depth", "depth=quick")
        assert visitor.ask("GET", "/c/shop/q/employees").status == 200
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 0
    with run_wizard(folder) as (_, visitor):
        page = visitor.ask("GET", "/c/shop/").text
        assert 'href="/c/shop/q/employees"' in page.split('class="go-on"')[1].split("</p>")[0]
        assert "essential questions only" in page
