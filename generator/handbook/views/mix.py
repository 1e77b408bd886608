"""Section `mix`: how a month of posts is split."""

from collections.abc import Mapping

from generator.advice.model import MixShare
from generator.handbook.context import ViewContext, fill_once

View = dict[str, object]


@fill_once
def view(context: ViewContext) -> View:
    """Return the month by class, by pillar and by intent, with the preset behind it."""
    mix = context.advice.mix
    context.facts.note(("posts_month", "mix_preset", "pillars", *mix.reads))
    preset = context.entry("mix", mix.preset, "presets")
    return {
        "preset": context.choice(mix.preset, "mix_preset"),
        "preset_code": mix.preset,
        "preset_origin": context.entry_text(preset, "origin"),
        "preset_suited": context.entry_text(preset, "suited"),
        "recommended": context.choice(mix.recommended, "mix_preset"),
        "recommended_code": mix.recommended,
        "follows": mix.preset == mix.recommended,
        "because": context.text(mix.because),
        "posts": mix.posts_a_month,
        "posts_text": context.pack.plural("post", mix.posts_a_month),
        "classes": [_describe(context, one, _class(context, one.id)) for one in mix.classes],
        "pillars": [_describe_pillar(context, one) for one in mix.pillars],
        "intents": [_describe(context, one, _intent(context, one.id)) for one in mix.intents],
        "product_share": context.pack.percent(mix.product_share),
        "product_share_number": mix.product_share,
    }


def _describe(context: ViewContext, share: MixShare, name: str) -> View:
    return {
        "code": share.id,
        "name": name,
        "meaning": context.entry_text(context.entry("mix", share.id, "classes"), "meaning"),
        "share": context.pack.percent(share.share, 0),
        "share_number": share.share,
        "posts": share.posts,
        "posts_text": context.pack.plural("post", share.posts),
    }


def _describe_pillar(context: ViewContext, share: MixShare) -> View:
    item = _find_pillar(context, share.id)
    name = context.text(item.get("name")) or share.id.replace("-", " ")
    expert = item.get("expert")
    return {
        **_describe(context, share, name),
        "need": context.text(item.get("need")),
        "class": context.choice(item.get("class"), "pillars", "class"),
        "intent": context.choice(item.get("intent"), "pillars", "intent"),
        "expert": context.name(str(expert)) if expert else "",
    }


def _find_pillar(context: ViewContext, pillar: str) -> Mapping[str, object]:
    found = context.facts.value("pillars", ())
    items = found if isinstance(found, tuple) else ()
    return next((one for one in items if one.get("id") == pillar), {})


def _class(context: ViewContext, code: str) -> str:
    return _label(context, code, "class", "classes")


def _intent(context: ViewContext, code: str) -> str:
    return _label(context, code, "intent", "intents")


def _label(context: ViewContext, code: str, field: str, group: str) -> str:
    """Return the words of the questionnaire, else those of the knowledge file."""
    asked = context.question("pillars", field)
    if asked is not None and any(choice.value == code for choice in asked.choices):
        return context.choice(code, "pillars", field)
    return context.find_label("mix", code, group)
