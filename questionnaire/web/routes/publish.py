"""Build and publish: draft or final, progress, the site to look at, files to take away, recipes."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Final
from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response

from questionnaire.text import LANGUAGES, Language
from questionnaire.web.building import Progress, run_build
from questionnaire.web.consultant import Order
from questionnaire.web.news import list_news
from questionnaire.web.routes.overview import examine
from questionnaire.web.visit import NotFound, Visit, tell_problem
from questionnaire.web.words import sentences

RECIPES: Final = ("computer", "server", "static", "git", "intranet")
_DOWNLOADS: Final = ("site", "handbook", "answers")
_ODD: Final = re.compile(r"[^A-Za-z0-9._-]+")
"""What a header can't carry, or a system not keep, in the name of a file."""
_FOLDERS: Final = ("", "site", "handbook")


async def show_publish(visit: Visit) -> Response:
    """Show what can be built, what was built, and where it can go."""
    return _draw(visit)


async def build(visit: Visit) -> Response:
    """Build; a browser with scripts looks at the progress, one without waits for the end."""
    name = visit.company.name
    running = visit.wizard.progress.get(name)
    if running is None or not running.running:
        running = Progress(_read_order(visit))
        visit.wizard.progress[name] = running
    elif not _scripted(visit):
        return visit.go("publish")
    else:
        return JSONResponse({"running": True}, 202)
    work = partial(run_build, visit.wizard.consultant, visit.company.folder, running)
    if _scripted(visit):
        return JSONResponse({"running": True}, 202, background=BackgroundTask(work))
    await run_sync(work)
    return visit.go("publish", built="1")


def _scripted(visit: Visit) -> bool:
    return "application/json" in visit.request.headers.get("accept", "")


def _read_order(visit: Visit) -> Order:
    languages = tuple(Language(one) for one in visit.documents if one in LANGUAGES)
    chosen = tuple(one for one in languages if one in visit.sent.get("languages", ()))
    return Order(
        edition="public" if visit.sent_one("edition") == "public" else "internal",
        final=visit.sent_one("state") == "final",
        languages=chosen if chosen and chosen != languages else (),
        told_in=visit.language,
    )


async def show_progress(visit: Visit) -> Response:
    """Return how far the build is."""
    progress = visit.wizard.progress.get(visit.company.name)
    if progress is None:
        return JSONResponse({"running": False, "steps": []})
    return JSONResponse(
        {
            "running": progress.running,
            "step": progress.step,
            "text": visit.words.say(f"step_{progress.step}") if progress.running else "",
            "steps": list(progress.done),
        }
    )


async def download(visit: Visit) -> Response:
    """Send the site, the project or the answers as one file."""
    what = str(visit.request.path_params["what"])
    if what not in _DOWNLOADS:
        raise NotFound
    if what == "answers":
        content: bytes | None = (
            visit.company.answers_file.read_bytes() if visit.company.exists else None
        )
        name, kind = "answers.yml", "application/yaml"
    else:
        part: object = what
        content = visit.wizard.consultant.zip_up(visit.company.folder, part)  # type: ignore[arg-type]
        name, kind = f"{visit.company.name}-{what}.zip", "application/zip"
    if content is None:
        raise NotFound
    plain = _ODD.sub("_", name)
    headers = {"Content-Disposition": f'attachment; filename="{plain}"'}
    return Response(content, media_type=kind, headers=headers)


async def open_folder(visit: Visit) -> Response:
    """Show a folder of the workspace in the system's file manager."""
    part = visit.sent_one("folder")
    folder = visit.company.folder / part if part in _FOLDERS else visit.company.folder
    opened = folder.is_dir() and visit.wizard.open_folder(folder)
    return visit.go("publish", opened="1" if opened else "0")


def _draw(visit: Visit) -> Response:
    progress = visit.wizard.progress.get(visit.company.name)
    last = visit.wizard.consultant.last_build(visit.company.folder)
    host = visit.request.url.hostname or "127.0.0.1"
    health = examine(visit)
    return visit.render(
        "publish.html",
        progress=progress,
        problems=_tell(visit, progress),
        last=last,
        site=f"http://{host}:{visit.wizard.site_port}/{quote(visit.company.name)}/{_site_page(visit)}",
        health=health,
        required=health.open_required if health else (),
        opened=visit.request.query_params.get("opened", ""),
        recipes=[(one, sentences()[f"recipe_{one}"][visit.language]) for one in RECIPES],
        documents=visit.documents,
        previous=visit.url(),
        news=list_news(visit),
    )


def _site_page(visit: Visit) -> str:
    """Return the first page of the site in the person's language; its chooser if there is none."""
    page = f"{visit.shown_in}/index.html"
    return page if (visit.company.folder / "site" / page).is_file() else "index.html"


def _tell(visit: Visit, progress: Progress | None) -> list[Mapping[str, str]]:
    return [] if progress is None else [tell_problem(visit, one) for one in progress.problems]
