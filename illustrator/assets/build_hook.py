"""Lets hatchling pack the art before it builds a wheel, an editable one included."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ArtHook(BuildHookInterface):
    PLUGIN_NAME = "art"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "assets"))
        from pack import PackError, pack

        try:
            pack(Path(self.root))
        except PackError as error:
            sys.exit(str(error))
