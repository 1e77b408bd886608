"""`playbook drill`: plays an incident through the escalation and says where the chain breaks."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import read_today, workspace_argument
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice

if TYPE_CHECKING:
    from generator.inquiry.drill import Scene, ToldDrill, ToldLink
    from generator.pipeline import Strategy

NOBODY_WORDS = ("nobody", "nadie", "none", "ninguno")
_HOUR = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?h?")


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(workspace: Path, as_json: bool, **asked: str | None) -> int:
        # Imported here: --help needs no stage.
        from generator.inquiry.drill import run_drill
        from generator.pipeline import think

        strategy = think(workspace, read_today())
        scene = read_scene(strategy, voice, asked)
        told = run_drill(strategy, scene, voice.language)
        if as_json:
            click.echo(json.dumps(asdict(told), ensure_ascii=False, indent=2))
        else:
            tell(told, voice)
        return 0 if told.holds else 1

    return SpokenCommand(
        voice,
        "drill",
        callback=act,
        params=[
            workspace_argument(),
            click.Option(["--day"], metavar="DAY", help=voice.say("cli.drill.day_help")),
            click.Option(["--hour"], metavar="HH:MM", help=voice.say("cli.drill.hour_help")),
            click.Option(["--incident"], metavar="ID", help=voice.say("cli.drill.incident_help")),
            click.Option(["--absent"], metavar="ID", help=voice.say("cli.drill.absent_help")),
            click.Option(["--json", "as_json"], is_flag=True, help=voice.say("cli.json_help")),
        ],
    )


def read_scene(strategy: "Strategy", voice: Voice, asked: Mapping[str, str | None]) -> "Scene":
    """Return what was asked for; a word that means nothing is wrong use, with what was meant."""
    # Imported here for the same reason as above.
    from generator.inquiry.drill import Scene, find_weekday

    day = asked.get("day")
    weekday = find_weekday(day) if day else None
    if day and weekday is None:
        raise click.UsageError(voice.say("cli.drill.no_day", value=day))
    return Scene(
        incident=_read_incident(strategy, voice, asked.get("incident")),
        weekday=weekday,
        minute=_read_hour(voice, asked.get("hour")),
        absent=_read_absent(strategy, voice, asked.get("absent")),
    )


def _read_hour(voice: Voice, hour: str | None) -> int | None:
    if not hour:
        return None
    found = _HOUR.fullmatch(hour.strip())
    if found is None:
        raise click.UsageError(voice.say("cli.drill.no_hour", value=hour))
    return int(found["hour"]) * 60 + int(found["minute"] or 0)


def _read_incident(strategy: "Strategy", voice: Voice, word: str | None) -> str | None:
    # Imported here for the same reason as above.
    from generator.inquiry.drill import find_incident, suggest_incident

    if not word:
        return None
    found = find_incident(strategy, word)
    if found is None:
        near, known = suggest_incident(strategy, word)
        raise click.UsageError(_say_unknown(voice, "cli.drill.no_incident", word, near, known))
    return found


def _read_absent(strategy: "Strategy", voice: Voice, word: str | None) -> str | None:
    # Imported here for the same reason as above.
    from generator.inquiry.drill import NOBODY, find_person
    from questionnaire.text import closest, fold

    if not word:
        return None
    if fold(word) in NOBODY_WORDS:
        return NOBODY
    found = find_person(strategy, word)
    if found is None:
        people = {name: one.id for one in strategy.facts.people for name in (one.id, one.name)}
        near = closest(word, people)
        known = tuple(dict.fromkeys(people.values()))
        shown = people[near] if near else None
        raise click.UsageError(_say_unknown(voice, "cli.drill.no_person", word, shown, known))
    return found


def _say_unknown(
    voice: Voice, code: str, word: str, near: str | None, known: tuple[str, ...]
) -> str:
    sentence = voice.say(code, value=word, known=known)
    return f"{sentence} {voice.say('cli.meant', near=near)}" if near else sentence


def tell(told: "ToldDrill", voice: Voice) -> None:
    """Print the drill: the scene, each link with its clock times, the words, and what to mend."""
    click.echo(f"{told.name} · {told.start} · {voice.say('cli.drill.level', level=told.level)}")
    if told.absent:
        click.echo(voice.say("cli.drill.absent", person=told.absent))
    if told.chosen:
        click.echo(_say_why_chosen(told, voice))
    for link in told.links:
        _tell_link(link, told, voice)
    click.echo("")
    for note in told.notes:
        click.echo(voice.say("cli.drill.note", note=note))
    broken = [link for link in told.links if link.broken]
    if not broken:
        click.echo(voice.say("cli.drill.holds"))
        return
    click.echo(voice.say("cli.drill.breaks", count=len(broken)))
    for link in broken:
        _tell_mend(link, voice)


def _say_why_chosen(told: "ToldDrill", voice: Voice) -> str:
    broken = sum(1 for link in told.links if link.broken)
    if not broken:
        return voice.say("cli.drill.chosen_sound")
    code = "cli.drill.chosen_wait" if told.wait else "cli.drill.chosen"
    return voice.say(code, count=broken, wait=told.wait)


def _tell_link(link: "ToldLink", told: "ToldDrill", voice: Voice) -> None:
    mark = "✗" if link.broken else "✓"
    head = voice.say(f"cli.drill.task.{link.task}")
    click.echo(f"\n  {mark} {head} ({voice.say('cli.drill.by', time=link.by)})")
    for one in link.attempts:
        phone = f" · {one.phone}" if one.phone else ""
        state = "" if one.there else f": {voice.say('cli.drill.away')}"
        click.echo(f"    {one.at}  {one.person}{phone}{state}")
    if link.broken:
        click.echo(f"    {link.why}")
    if link.task == "act":
        click.echo(f"    → {told.first}")
    if link.task == "speak":
        click.echo(f"    {voice.say('cli.drill.words', text=told.words)}")


def _tell_mend(link: "ToldLink", voice: Voice) -> None:
    click.echo(f"  - {link.mend} [{link.question}]")
    if link.decides or link.due:
        code = "cli.drill.owes" if link.decides and link.due else "cli.drill.owes_part"
        click.echo(
            f"    {voice.say(code, person=link.decides, due=link.due, either=link.decides or link.due)}"
        )
