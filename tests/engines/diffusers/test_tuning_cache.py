"""What was learned about batch sizes is stored, and found again."""

from types import SimpleNamespace

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.throughput import BatchKey, BatchSizeTuner
from limner.engines.diffusers.tuning_cache import TuningCache

MODEL = SimpleNamespace(id="m#1", name="m", projection=SimpleNamespace(is_ready=False))
SMALL, LARGE = BatchKey(MODEL.id, "512x512"), BatchKey(MODEL.id, "1024x1024")


def run(folder, *drawn):
    """The tuner of a run that starts with what earlier ones stored, and draws these shapes."""
    tuner = BatchSizeTuner(max_rows=4)
    cache = TuningCache(folder, device_kind="a card", tuner=tuner)
    cache.load(MODEL)
    for key in drawn:
        cache.restore(key)
        for _ in range(2):
            tuner.record(key, 1, 3.0)
    cache.save(MODEL)
    return tuner


def test_stored_batch_sizes_are_restored_when_they_are_needed(tmp_path):
    run(tmp_path, SMALL)

    assert run(tmp_path).seconds(SMALL, 1) is None
    assert run(tmp_path, SMALL).seconds(SMALL, 1) == 3.0


def test_what_a_run_does_not_draw_stays_stored(tmp_path):
    run(tmp_path, SMALL)
    run(tmp_path, LARGE)

    tuner = BatchSizeTuner()
    cache = TuningCache(tmp_path, device_kind="a card", tuner=tuner)
    cache.load(MODEL)
    for key in (SMALL, LARGE):
        cache.restore(key)

    assert tuner.measured_rows() == {SMALL: [1], LARGE: [1]}
