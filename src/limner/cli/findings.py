"""What the checks of `limner doctor` find."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "optional", "missing"]


@dataclass(frozen=True, slots=True)
class Finding:
    name: str
    status: Status
    detail: str
    remedy: str = ""
