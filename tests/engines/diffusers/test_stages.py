"""Which work beside the steps runs before the next step."""

from types import SimpleNamespace

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.device import SideStreamTask
from limner.engines.diffusers.pipeline_run import Stage
from limner.engines.diffusers.stages import MAX_ENCODED, StageQueue


def queue_of(kind, num_stages, *, is_offloaded=False):
    queue = StageQueue()
    for _ in range(num_stages):
        queue.add(SimpleNamespace(is_offloaded=is_offloaded), object(), Stage(kind, lambda: None))
    return queue


@pytest.mark.parametrize(
    ("kind", "is_offloaded", "num_selected"),
    [
        pytest.param("decode", False, 10, id="all decodes"),
        pytest.param("encode_prompt", False, MAX_ENCODED, id="a few prompts"),
        pytest.param("encode_image", False, MAX_ENCODED, id="a few images"),
        pytest.param("encode_prompt", True, 10, id="all prompts of an offloaded model"),
    ],
)
def test_encodes_are_limited_unless_offloaded(kind, is_offloaded, num_selected):
    queue = queue_of(kind, 10, is_offloaded=is_offloaded)

    assert len(queue.select(kind)) == num_selected


def test_dropped_stages_cannot_be_taken():
    queue = queue_of("decode", 2)
    first, second = queue.select("decode")

    queue.drop(first.state, kept=())

    assert not queue.take(first)
    assert queue.take(second)
    assert not queue.has_pending


def test_dropping_a_state_keeps_its_running_previews():
    queue, state = StageQueue(), SimpleNamespace(is_offloaded=False)
    main_run, preview_run = object(), object()
    for run in (main_run, preview_run):
        queue.add_running(state, run, SideStreamTask(None))
    main, preview = queue.running()

    queue.drop(state, kept={preview_run})

    assert not queue.take_running(main)
    assert queue.take_running(preview)
