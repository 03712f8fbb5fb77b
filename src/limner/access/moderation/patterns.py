"""A moderator that compares prompts with a list of words and phrases. It does not look at images."""

from pathlib import Path

from limner.access.moderation.moderator import text_of
from limner.access.moderation.pattern_list import read_pattern_list
from limner.access.moderation.text_forms import forms_of
from limner.core.request import ImageRequest
from limner.settings import Moderation

BUILT_IN = Path(__file__).with_name("patterns.toml")


class PatternModerator:
    def __init__(self, settings: Moderation) -> None:
        """Raises SettingsError if the list cannot be read."""
        self.failures = 0
        self._categories = read_pattern_list(settings.patterns_file or BUILT_IN)

    async def check(self, request: ImageRequest) -> list[str]:
        forms = forms_of(text_of(request))
        is_low = request.moderation == "low"
        return [one.name for one in self._categories if any(one.matches(form, is_low=is_low) for form in forms)]

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def ping(self) -> None:
        """The list was read when the moderator was made."""
