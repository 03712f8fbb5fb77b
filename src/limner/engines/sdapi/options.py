"""The options of the engine `sdapi`."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
import pybase64
from msgspec import Meta

from limner.core.request import Quality
from limner.engines.native_server import make_headers
from limner.engines.options import Headers, OptionalText, Seconds, Url, convert_options
from limner.engines.sampling import read_by_quality

Table = Annotated[dict[str, Any], Meta(description="must be a table")]
UserAndPassword = Annotated[str, Meta(pattern=r"^[^:]+:.")]
Auth = Annotated[UserAndPassword | None, Meta(description="must be 'user:password'")]
Flag = Annotated[bool, Meta(description="must be true or false")]
STEPS: Mapping[Quality, int] = {"low": 15, "medium": 20, "high": 30}


class SdapiOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As in the settings. docs/sdapi.md explains each."""

    base_url: Url = "http://127.0.0.1:7860"
    auth: Auth = None
    api_key: OptionalText = None
    headers: Headers = {}
    checkpoint: OptionalText = None
    sampler: OptionalText = None
    scheduler: OptionalText = None
    negative_prompt: OptionalText = None
    steps: Any = None
    guidance: Any = None
    inpaint_full_res: Flag = False
    arguments: Table = {}
    override_settings: Table = {}
    multiple: Annotated[int, Meta(ge=1, le=512, description="must be a number of pixels from 1 to 512")] = 8
    poll_s: Seconds = 0.5
    timeout_s: Seconds = 600
    connect_timeout_s: Seconds = 5

    def all_headers(self) -> dict[str, str]:
        """Raises OptionError."""
        if self.auth is not None:
            return make_headers(f"Basic {pybase64.b64encode(self.auth.encode()).decode()}", self.headers)
        return make_headers(f"Bearer {self.api_key}" if self.api_key else None, self.headers)

    def num_steps(self) -> Mapping[Quality, int]:
        """Raises ValueError, which names the option."""
        return {**STEPS, **read_by_quality("steps", self.steps, int, 1)}

    def guidance_scale(self) -> Mapping[Quality, float]:
        """Raises ValueError, which names the option."""
        return read_by_quality("guidance", self.guidance, float, 0)


def read_options(options: Mapping[str, Any]) -> SdapiOptions:
    """Raises OptionError."""
    return convert_options(SdapiOptions, options, secrets=("auth", "api_key", "headers", "base_url"))
