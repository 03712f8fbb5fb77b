"""The library and the command line refuse oversized input images like the server."""

from dataclasses import replace

import pytest

from limner import Limner
from limner.core.errors import BadRequestError
from limner.library.inputs import read_inputs
from limner.settings import Limits, Settings
from test_source_limits import png


@pytest.mark.parametrize(
    ("size", "count", "why"),
    [
        pytest.param((101, 100), 1, "At most 10000 pixels are allowed.", id="one"),
        pytest.param((100, 100), 4, "have more than 30000 pixels together.", id="together"),
    ],
)
def test_too_many_pixels_are_refused_before_they_are_decoded(size, count, why):
    limits = replace(Limits(), max_pixels=10_000, max_request_pixels=30_000)

    with Limner(settings=Settings(limits=limits)) as client, pytest.raises(BadRequestError, match=why) as caught:
        client.images.edit(image=[png(*size)] * count, prompt="make it night", model="illustrator")

    assert (caught.value.param, caught.value.code) == ("image", "image_too_large")


def test_mask_counts_towards_the_pixel_limit():
    limits = replace(Limits(), max_pixels=10_000, max_request_pixels=15_000)

    fields = read_inputs({"image": png(100, 100), "mask": png(100, 100, color_type=6)}, limits)

    assert fields.values["image"][0].problem is None
    assert fields.values["mask"][0].problem.code == "image_too_large"
