"""The log has a line per model; the libraries' progress bars are hidden."""

import pytest

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.checkpoint import load_model


def test_loading_prints_nothing(engine_of, capfd):
    spec = engine_of("flux").spec
    capfd.readouterr()  # the checkpoint was made just now

    load_model(spec, "cpu")

    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")
