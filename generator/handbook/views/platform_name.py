"""The name of a platform or channel inside a sentence, without what the questionnaire adds."""

from generator.advice.model import ChannelAdvice
from generator.handbook.context import ViewContext


def name_platform(context: ViewContext, platform: str) -> str:
    """Return the name of a platform; a former name in brackets would stand beside our own."""
    return context.choice(platform, "accounts", "platform").partition(" (")[0]


def name_channel(context: ViewContext, advice: ChannelAdvice) -> str:
    """Return the platform, with its account when there are several on the same one."""
    name = name_platform(context, advice.platform)
    twins = [one for one in context.advice.channels if one.platform == advice.platform]
    account = next((one for one in context.facts.accounts if one.id == advice.account), None)
    return f"{name} ({context.text(account.handle)})" if account and len(twins) > 1 else name
