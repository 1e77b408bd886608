"""Section `speech`: how the company sounds, what it leaves out, and what makes a post readable."""

import re
from collections.abc import Mapping, Sequence

from generator.handbook.context import ViewContext
from generator.handbook.views import targets
from generator.handbook.views.audience import list_cards
from generator.handbook.views.editorial import find_trade
from generator.handbook.views.who import describe_role

View = dict[str, object]
FILE = "voice"
FORMAL = "usted"
SHOWN = {"micro": 2, "small": 4, "full": 4}
"""How many traits are shown with their samples in each size of book."""


def view(context: ViewContext) -> View:
    """Return the traits, the tone of each situation, the test of a post and the access to it."""
    line = context.entry("post_ideas", find_trade(context), "ideas")
    traits = _list_traits(context)
    form = str(context.facts.value("address_form") or "")
    address = context.entry(FILE, form, "address")
    tag = make_tag(context.text(context.facts.value("company_name")))
    return {
        "traits": traits[: SHOWN[context.facts.book]],
        "sounds": context.pack.join_and([_lower(str(row["trait"])) for row in traits]),
        "address": context.entry_text(address, "lead"),
        "exception": context.entry_text(address, "exception"),
        "countries": _list_countries(context, form) if address else [],
        "tones": _list_tones(context),
        "unasked": _say_unasked(context),
        "passes": context.entry_text(line, "passes"),
        "fails": context.entry_text(line, "fails"),
        "never": _list_never(context),
        "own_never": _list_own_never(context),
        "alt": context.label(FILE, "alt", find_trade(context)),
        "tag": tag,
        "tag_flat": tag.lower(),
    }


def make_tag(name: str) -> str:
    """Return a name as a hashtag whose words begin with a capital, so that it can be read aloud."""
    words = re.findall(r"\w+", name)
    return "#" + "".join(word[:1].upper() + word[1:] for word in words) if words else ""


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _say_unasked(context: ViewContext) -> str:
    """Return the end of the test of a post: who isn't buying, or isn't asking for anything."""
    citizens = context.library.knowledge[FILE]["citizens"]
    asks = isinstance(citizens, list) and find_trade(context) in citizens
    return context.label(FILE, "unasked", "citizen" if asks else "buyer")


def _list_traits(context: ViewContext) -> list[View]:
    chosen = context.facts.value("voice_traits", ())
    rows: list[View] = []
    for code in chosen if isinstance(chosen, tuple) else ():
        entry = context.entry("voice_traits", str(code), "traits")
        rows.append(
            {
                "trait": context.choice(code, "voice_traits"),
                "does": context.entry_text(entry, "does"),
                "avoids": context.entry_text(entry, "avoids"),
            }
        )
    return rows


def _list_countries(context: ViewContext, form: str) -> list[View]:
    """Return the words of each country of the company in which Spanish is written."""
    known = context.entry(FILE, "countries")
    places = context.facts.value("jurisdictions", ())
    rows: list[View] = []
    for code in places if isinstance(places, tuple) else ():
        if code in known:
            formal = f"{code}_formal" if form == FORMAL and f"{code}_formal" in known else code
            rows.append(
                {
                    "country": context.choice(code, "jurisdictions"),
                    "words": context.label(FILE, "countries", formal),
                }
            )
    return rows


def _list_tones(context: ViewContext) -> list[View]:
    """Return the tone of each situation with its first sentence and whoever signs it."""
    rows = context.library.knowledge[FILE]["tones"]
    return [_describe_tone(context, row) for row in (rows if isinstance(rows, list) else ())]


def _describe_tone(context: ViewContext, row: Mapping[str, object]) -> View:
    who = describe_role(context, str(row["role"]))
    clock = _read_clock(context, row.get("priority"))
    whole = bool(who["known"] and clock) or "first_open" not in row
    first = context.entry_text(row, "first" if whole else "first_open")
    return {
        "name": context.text(row["name"]),
        "tone": context.text(row["tone"]),
        "first": first.format(name=who["name"], clock=clock),
        "who": who["name"],
    }


def _read_clock(context: ViewContext, priority: object) -> str:
    found = targets.view(context)["by"]
    target = found.get(priority) if isinstance(found, Mapping) else None
    return str(target["acknowledge"]) if isinstance(target, Mapping) else ""


def _list_own_never(context: ViewContext) -> list[str]:
    """Return what the audiences don't want, and job adverts where hiring is no goal."""
    cards = list_cards(context)
    own = [f"{card['never']} ({card['name']})." for card in cards if card["never"]]
    goals = context.facts.value("goals", ())
    if isinstance(goals, tuple) and goals and "hiring" not in goals:
        own.append(context.label(FILE, "no_hiring"))
    return own


def _list_never(context: ViewContext) -> Sequence[str]:
    """Return the fixed rules of what is never posted."""
    fixed = context.library.knowledge["editorial"]["never"]
    return [context.text(one) for one in (fixed if isinstance(fixed, list) else ())]
