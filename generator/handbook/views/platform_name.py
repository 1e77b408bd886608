"""The name of a platform inside a sentence, without what the questionnaire adds in brackets."""

from generator.handbook.context import ViewContext


def name_platform(context: ViewContext, platform: str) -> str:
    """Return the name of a platform; a former name in brackets would stand beside our own."""
    return context.choice(platform, "accounts", "platform").partition(" (")[0]
