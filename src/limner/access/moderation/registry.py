"""Moderators by name. Each is imported when the settings ask for it."""

from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from limner.access.moderation.moderator import Moderator
from limner.settings import Moderation, SettingsError

OFF = "off"
PROVIDERS = {
    "openai": "limner.access.moderation.openai:OpenAIModerator",
    "patterns": "limner.access.moderation.patterns:PatternModerator",
}
"""Built-in moderators; others are entry points of the group `limner.moderators`. Each is called with the settings."""


def open_moderator(settings: Moderation, *, is_loopback: bool) -> Moderator | None:
    """The moderator of the settings, not started; None if there is none. Raises SettingsError.

    `is_loopback`: whether the server listens on loopback only.
    """
    name = settings.provider
    if name is None:
        name = OFF if is_loopback else "patterns"
    if name == OFF:
        return None
    known = PROVIDERS | {point.name: point.value for point in entry_points(group="limner.moderators")}
    if name not in known:
        choices = ", ".join(sorted({OFF, *known}))
        raise SettingsError(f"Unknown provider '{name}' in 'moderation.provider'. Known: {choices}.")
    module, _, attribute = known[name].partition(":")
    try:
        kind = getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise SettingsError(f"The moderator '{name}' cannot be loaded: {error}") from error
    try:
        return cast(Moderator, kind(settings))
    except SettingsError:
        raise
    except (TypeError, ValueError) as error:
        raise SettingsError(f"The moderator '{name}' does not accept the settings: {error}") from error
