"""The examples of the page about retries run, and its figures are those of the code."""

import sys
from subprocess import run

import pytest
from fenced import ADDRESS, PAGES, all_blocks

from limner.access.replies import LEASE_S, RENEW_S
from limner.api.kept import CLIENT_ID
from limner.api.replay import MAX_KEY_LENGTH

EXAMPLES = [block for block in all_blocks("idempotency") if block.language == "python"]
TEXT = (PAGES / "idempotency.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.where)
def test_example_runs(block, server):
    text = block.text.replace(ADDRESS, server.address).replace("time.sleep(1)", "time.sleep(0.05)")
    done = run([sys.executable, "-c", text], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_figures_are_those_of_the_code():
    assert len(EXAMPLES) == 2
    assert f"every {RENEW_S:g} seconds" in TEXT
    assert f"free {LEASE_S:g} seconds later" in TEXT
    assert f"1 to {MAX_KEY_LENGTH} printable" in TEXT
    assert CLIENT_ID.pattern.endswith("{16,255}")
    assert "16 to 255 letters" in TEXT
