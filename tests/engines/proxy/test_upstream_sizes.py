"""Which size is asked for, if the server does not draw every size."""

import pytest

from limner.core.picture import Size
from limner.engines.proxy.profiles import PROFILES
from limner.engines.proxy.sizes import AnySize, FixedSizes, GridSizes

GPT_2 = PROFILES["openai"].for_model("gpt-image-2").sizes
EIGHTS = GridSizes(multiple=8, min_edge=64, max_edge=2048)


@pytest.mark.parametrize(
    ("sizes", "wanted", "asked"),
    [
        (AnySize(), Size(123, 45), Size(123, 45)),
        (EIGHTS, Size(512, 512), Size(512, 512)),
        (EIGHTS, Size(513, 300), Size(520, 304)),
        (EIGHTS, Size(32, 64), Size(64, 128)),
        (EIGHTS, Size(3840, 1920), Size(2048, 1024)),
        (GPT_2, Size(1024, 1024), Size(1024, 1024)),
        (GPT_2, Size(256, 256), Size(816, 816)),
        (GPT_2, Size(3840, 64), Size(3840, 1280)),
        (GPT_2, Size(3840, 3840), Size(2880, 2880)),
        (FixedSizes((Size(256, 256), Size(512, 512))), Size(300, 300), Size(512, 512)),
        (FixedSizes((Size(256, 256), Size(512, 512))), Size(900, 600), Size(512, 512)),
        (FixedSizes((Size(1024, 1024), Size(1024, 1536), Size(1536, 1024))), Size(600, 400), Size(1536, 1024)),
    ],
    ids=str,
)
def test_nearest_size(sizes, wanted, asked):
    assert sizes.nearest(wanted) == asked


def test_gpt_image_2_accepts_every_nearest_size():
    for width in range(64, 3841, 177):
        for height in range(64, 3841, 177):
            found = GPT_2.nearest(Size(width, height))

            assert found.width % 16 == found.height % 16 == 0
            assert max(found) <= 3840
            assert max(found) <= 3 * min(found)
            assert 655_360 <= found.width * found.height <= 8_294_400
