"""The published tables and formulas, row by row."""

import pytest

from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.families.registry import FAMILIES
from limner.families.token_rules import gpt_image_1_input, gpt_image_1_output, gpt_image_2_input, gpt_image_2_output

QUALITIES = ("low", "medium", "high")


@pytest.mark.parametrize(
    ("size", "tokens"),
    [
        pytest.param((1024, 1024), (272, 1056, 4160), id="square"),
        pytest.param((1024, 1536), (408, 1584, 6240), id="portrait"),
        pytest.param((1536, 1024), (400, 1568, 6208), id="landscape"),
    ],
)
def test_gpt_image_1_output_tokens_match_table(size, tokens):
    assert tuple(gpt_image_1_output(Size(*size), quality) for quality in QUALITIES) == tokens


@pytest.mark.parametrize(
    ("size", "tokens"),
    [
        ((1024, 1024), (196, 1756, 7024)),
        ((1024, 1536), (158, 1372, 5488)),
        ((1536, 1024), (158, 1372, 5488)),
        ((816, 816), (171, 1536, 6143)),
        ((1280, 720), (106, 947, 3787)),
        ((1536, 864), (120, 1078, 4312)),
        ((2048, 2048), (397, 3568, 14272)),
        ((2560, 1440), (205, 1843, 7370)),
        ((3840, 2160), (371, 3336, 13342)),
        ((2880, 2880), (659, 5930, 23719)),
    ],
    ids=lambda value: "x".join(map(str, value)) if len(value) == 2 else "",
)
def test_gpt_image_2_output_tokens_match_formula(size, tokens):
    assert tuple(gpt_image_2_output(Size(*size), quality) for quality in QUALITIES) == tokens


@pytest.mark.parametrize(("size", "tokens"), [((1792, 1024), 5063), ((3584, 2048), 12329)])
def test_gpt_image_2_output_tokens_match_published_examples(size, tokens):
    assert gpt_image_2_output(Size(*size), "high") == tokens


@pytest.mark.parametrize(
    ("size", "fidelity", "tokens"),
    [
        pytest.param((1024, 1024), "low", 194, id="square: one tile, as recorded"),
        pytest.param((512, 512), "low", 194, id="already small"),
        pytest.param((100, 100), "low", 194, id="never magnified"),
        pytest.param((1024, 1536), "low", 65 + 2 * 129, id="portrait: two tiles"),
        pytest.param((3072, 512), "low", 65 + 6 * 129, id="a banner: six tiles"),
        pytest.param((1024, 1024), "high", 194 + 4160, id="high fidelity of a square"),
        pytest.param((1536, 1024), "high", 65 + 2 * 129 + 6240, id="high fidelity of a landscape"),
    ],
)
def test_gpt_image_1_counts_input_images_in_tiles(size, fidelity, tokens):
    assert gpt_image_1_input(Size(*size), fidelity) == tokens


@pytest.mark.parametrize(
    ("size", "tokens"),
    [
        pytest.param((1024, 1024), 1024, id="32 by 32 patches"),
        pytest.param((512, 512), 1024, id="magnified to 1024"),
        pytest.param((256, 256), 256, id="magnified twice at most"),
        pytest.param((1024, 512), 512, id="half a square"),
    ],
)
def test_gpt_image_2_counts_input_images_in_patches(size, tokens):
    assert gpt_image_2_input(Size(*size), "low") == tokens


@pytest.mark.parametrize("size", [(4096, 4096), (3840, 2160), (9000, 100), (64, 64), (1, 1), (1, 5000), (1537, 1023)])
def test_gpt_image_2_input_tokens_stay_within_budget(size):
    assert 1 <= gpt_image_2_input(Size(*size), "low") <= 1536


@pytest.mark.parametrize("family", ["gpt-image-1", "gpt-image-2"])
def test_input_usage_sums_images_and_counts_prompt_once(family):
    image = Picture(b"", "png", Size(1024, 1024))
    request = ImageRequest(
        operation="edit", model="m", prompt="An isolated stop sign.", images=(image, image), size=Size(1024, 1024)
    )

    usage = FAMILIES[family].input_usage(request)

    assert usage.image_tokens == 2 * {"gpt-image-1": 194, "gpt-image-2": 1024}[family]
    assert usage.text_tokens == 11
    assert usage.input_tokens == usage.image_tokens + 11


@pytest.mark.parametrize("sent", [0, 1, 3])
def test_each_sent_partial_image_costs_100_tokens(sent):
    request = ImageRequest(operation="generate", model="m", prompt="a", size=Size(1024, 1024), quality="high")

    assert FAMILIES["gpt-image-1"].output_tokens(request, partial_images=sent) == 4160 + 100 * sent
