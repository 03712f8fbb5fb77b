"""Tiny checkpoints for the diffusers engine. Tests that need one are skipped without torch."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

FOREIGN_WARNINGS = [
    "ignore::DeprecationWarning:diffusers",
    "ignore::FutureWarning:diffusers",
    "ignore::DeprecationWarning:transformers",
    "ignore::FutureWarning:transformers",
]
"""Warnings of third-party libraries about each other. Our own remain errors."""


def pytest_collection_modifyitems(items):
    for item in items:
        if "diffusers" in str(Path(item.nodeid)):
            for warning in FOREIGN_WARNINGS:
                item.add_marker(pytest.mark.filterwarnings(warning))


@pytest.fixture(scope="session")
def checkpoints(tmp_path_factory):
    """Creates the tiny checkpoint of a family on first use."""
    torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
    pytest.importorskip("diffusers", reason="needs limner[diffusers]")
    import tiny

    torch.set_num_threads(1)
    made = {}

    def checkpoint(family):
        if family not in made:
            made[family] = tiny.save(family, tmp_path_factory.mktemp(family))
        return str(made[family])

    return checkpoint
