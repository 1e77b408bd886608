"""Section `drawings`: what the charts show, in the shape `generator.drawings` draws."""

from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views import mix as mix_view
from generator.handbook.views import triage as triage_view
from generator.handbook.views.who import describe_role

View = dict[str, object]
UNDER = {
    "sponsor": "",
    "lead": "sponsor",
    "publisher": "lead",
    "replier": "lead",
    "complaints_owner": "lead",
    "crisis_decider": "sponsor",
}
"""Role → the role above it in the organisation chart."""


@fill_once
def view(context: ViewContext) -> View:
    """Return the organisation chart, the triage chart and the bars of the mix."""
    return {"org": _org(context), "triage": _triage(context), "mix": _mix(context)}


def _org(context: ViewContext) -> View:
    """Return one box per person, with all the roles they hold, under the person above them."""
    boxes: dict[str, View] = {}
    box_of: dict[str, str] = {}
    for role, above in UNDER.items():
        found = describe_role(context, role)
        key = str(found["id"]) or f"role-{role}"
        box_of[role] = key
        title = str(found["title"])
        if key in boxes:
            boxes[key]["text"] = f"{boxes[key]['text']}; {title}"
            continue
        under = box_of.get(above, "")
        name = found["name"]
        vacant = not found["known"]
        boxes[key] = {"id": key, "name": name, "text": title, "under": under, "vacant": vacant}
    return {"title": context.pack.word("drawings", "org"), "boxes": list(boxes.values())}


def _mix(context: ViewContext) -> View:
    found = mix_view.view(context)
    # The bars stand above the table of themes, so they show themes wherever there are any.
    classes = found["pillars"] or found["classes"]
    bars = [
        {"label": row["name"], "share": row["share_number"], "text": row["posts_text"]}
        for row in (classes if isinstance(classes, list) else ())
    ]
    return {"title": context.pack.word("drawings", "mix"), "bars": bars}


def _triage(context: ViewContext) -> View:
    """Return the steps of the triage chart with this company's people."""
    triage = triage_view.view(context)
    return {
        "title": context.pack.word("drawings", "triage"),
        "decisions": triage["decisions"],
        "otherwise": triage["otherwise"],
        "yes": context.pack.word("ui", "yes"),
        "no": context.pack.word("ui", "no"),
    }
