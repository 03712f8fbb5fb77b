"""Which moderator the settings choose."""

import asyncio
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from limner.access.moderation import registry
from limner.access.moderation.openai import OpenAIModerator
from limner.access.moderation.patterns import PatternModerator
from limner.access.moderation.registry import open_moderator
from limner.settings import Moderation, SettingsError


class TeamModerator:
    def __init__(self, settings):
        self.failures = 0
        if settings.model == "wrong":
            raise ValueError("no such model")


def install(monkeypatch, **values):
    points = [EntryPoint(name, value, "limner.moderators") for name, value in values.items()]
    monkeypatch.setattr(registry, "entry_points", lambda *, group: points if group == "limner.moderators" else [])


@pytest.mark.parametrize(
    ("provider", "is_loopback", "kind"),
    [
        (None, True, type(None)),
        (None, False, PatternModerator),
        ("off", True, type(None)),
        ("off", False, type(None)),
        ("patterns", True, PatternModerator),
        ("openai", True, OpenAIModerator),
    ],
)
def test_provider_chooses_the_moderator(provider, is_loopback, kind):
    assert type(open_moderator(Moderation(provider=provider), is_loopback=is_loopback)) is kind


def test_entry_point_is_called_with_the_settings(monkeypatch):
    install(monkeypatch, team=f"{__name__}:TeamModerator")

    assert type(open_moderator(Moderation(provider="team"), is_loopback=True)) is TeamModerator


def test_unknown_provider_is_refused_with_the_known_ones(monkeypatch):
    install(monkeypatch, team=f"{__name__}:TeamModerator")

    with pytest.raises(SettingsError, match=r"'none' in 'moderation\.provider'.*off, openai, patterns, team\."):
        open_moderator(Moderation(provider="none"), is_loopback=True)


@pytest.mark.parametrize(
    ("value", "model", "message"),
    [
        ("no_such_module:Kind", "m", "cannot be loaded: No module named 'no_such_module'"),
        (f"{__name__}:Absent", "m", "cannot be loaded"),
        (f"{__name__}:TeamModerator", "wrong", "does not accept the settings: no such model"),
    ],
)
def test_broken_entry_point_is_a_settings_error(monkeypatch, value, model, message):
    install(monkeypatch, team=value)

    with pytest.raises(SettingsError, match=message):
        open_moderator(Moderation(provider="team", model=model), is_loopback=True)


def test_pattern_moderator_can_be_started_pinged_and_closed():
    async def use():
        moderator = open_moderator(Moderation(provider="patterns"), is_loopback=True)
        await moderator.start()
        await moderator.ping()
        await moderator.close()
        return moderator.failures

    assert asyncio.run(use()) == 0


def test_moderators_load_no_imaging_library():
    code = (
        "import sys; from limner.settings import Moderation; from limner.access.moderation.registry import *;"
        "[open_moderator(Moderation(provider=one), is_loopback=True) for one in ('patterns', 'openai')];"
        "assert not {'numpy', 'cv2', 'PIL', 'starlette', 'sqlalchemy'} & sys.modules.keys()"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
