"""The families beyond the first six: each drawn in a crowd as alone, with previews, by its usual schedulers."""

import pytest
from studio import events_of, running, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
diffusers = pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from crowd import CLOSE, CROWD, drawn_alone, drawn_in_a_crowd, edit  # noqa: E402

from limner.core.errors import PictureError  # noqa: E402

REDRAW = ["sd15", "sd15-ddim", "sd15-multistep", "sd15-fills", "chroma"]
"""They work from images, too."""
DRAW = ["lumina2", "sana", "pixart-sigma", "cogview4", "aura-flow", "ovis", "krea2"]


@pytest.mark.parametrize("family", REDRAW + DRAW)
def test_a_picture_in_a_crowd_is_the_picture_alone(family, engine_of):
    engine = engine_of(family)
    requests = [one for one in CROWD if family in REDRAW or not one.images]

    drawn, rows = drawn_in_a_crowd(engine, requests)

    assert rows > 1.2
    for request in requests:
        alone, _ = drawn_alone(engine, request)
        assert drawn[request.seed].shape == alone.shape
        assert float((drawn[request.seed] - alone).abs().max()) <= CLOSE, request


@pytest.mark.parametrize("family", REDRAW + DRAW)
def test_a_prompt_changes_the_picture(family, engine_of):
    engine = engine_of(family)

    one, other = (drawn_alone(engine, wish(prompt=prompt))[0] for prompt in ("a cat", "two dogs dancing, neon"))

    assert float((one - other).abs().max()) > 10 * CLOSE


@pytest.mark.parametrize("family", DRAW)
def test_a_model_that_only_draws_refuses_images(family, engine_of):
    with running(engine := engine_of(family)) as run, pytest.raises(PictureError, match="cannot work from images"):
        run(events_of(engine, edit()))
