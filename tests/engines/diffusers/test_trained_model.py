"""The engine with a real model: a small FLUX that was trained to draw eight objects in eight colours.

A judge that never sees the prompt names the object and its colour in a picture. `trained/README.md` says how both were
made.
"""

import asyncio
import itertools
import sys
from pathlib import Path

import numpy as np
import pytest
from engine_fixtures import SIZE, encode_png, events_of, make_request, pixels_of, running

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.picture import CompletedImage, Size  # noqa: E402
from limner.engines.diffusers.engine import DiffusersEngine  # noqa: E402

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
FOLDER = Path(__file__).parent / "trained" / "flux"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the trained model is in the repository only")
STEPS = 8
GUIDANCE = 2.0
"""The true guidance with which this model follows prompts best."""
THINGS = ("apple", "car", "cat", "house", "tree", "fish", "umbrella", "dog")
COLORS = ("red", "blue", "green", "yellow", "purple", "orange", "pink", "white")
PAIRS = list(itertools.product(THINGS, COLORS))
OTHER_THING = dict(zip(THINGS, (*THINGS[3:], *THINGS[:3]), strict=True))


def caption(thing, color):
    return f"{'an' if color[0] in 'aeiou' else 'a'} {color} {thing}"


@pytest.fixture(scope="module")
def judge():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        from tiny_judge import COLORS as JUDGED_COLORS
        from tiny_judge import OBJECTS, load_judge
    finally:
        sys.path.remove(str(BENCHMARKS))
    assert (OBJECTS, JUDGED_COLORS) == (THINGS, COLORS)
    return load_judge()


@pytest.fixture(scope="module")
def name(judge):
    """The object and the colour in each picture: arrays of shape (64, 64, 3)."""

    return lambda pictures: judge.name(values_of(pictures))


def values_of(pictures):
    """From bytes to what the judge takes."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1


@pytest.fixture(scope="module")
def draw():
    """Draws requests concurrently; returns the events of each. `is_guided`: with true guidance."""
    torch.set_num_threads(1)
    common = {"checkpoint": str(FOLDER), "device": "cpu", "steps": STEPS, "max_batch_size": 16}
    arguments = {"max_sequence_length": 8}
    plain = DiffusersEngine(**common, arguments=arguments)
    guided = DiffusersEngine(**common, arguments=arguments | {"true_cfg_scale": GUIDANCE, "negative_prompt": ""})

    async def draw_all(engine, requests):
        return await asyncio.gather(*(events_of(engine, one) for one in requests))

    with running(plain, guided) as run:
        yield lambda *requests, is_guided=True: run(draw_all(guided if is_guided else plain, requests))


def pictures_of(drawn):
    """The finished picture of each request."""
    return [pixels_of(events[-1].picture).astype(np.uint8) for events in drawn]


def difference(pixels, others):
    return np.abs(pixels.astype(int) - others)


def share(hits):
    return float(np.mean(list(hits)))


def edit_of(pixels, prompt, **fields):
    return make_request(operation="edit", images=(encode_png(pixels),), prompt=prompt, **fields)


@pytest.fixture(scope="module")
def crowd(draw):
    """A picture of each pair, drawn together."""
    requests = [make_request(prompt=caption(*pair), seed=index) for index, pair in enumerate(PAIRS)]
    return dict(zip(PAIRS, pictures_of(draw(*requests)), strict=True))


@pytest.fixture(scope="module")
def clear(crowd, name):
    """Some pairs whose pictures show what was asked: the inputs of edits."""
    found = name(list(crowd.values()))
    return [pair for pair, one in zip(PAIRS, found, strict=True) if one == pair][::4]


def test_pictures_show_the_object_in_its_colour(crowd, name):
    found = name(list(crowd.values()))

    assert share(thing == pair[0] for (thing, _), pair in zip(found, PAIRS, strict=True)) >= 0.9
    assert share(one == pair for one, pair in zip(found, PAIRS, strict=True)) >= 0.8


def test_picture_alone_equals_the_picture_in_a_crowd(draw, crowd):
    for index in (0, 21, 42):
        [alone] = pictures_of(draw(make_request(prompt=caption(*PAIRS[index]), seed=index)))

        assert difference(alone, crowd[PAIRS[index]]).max() <= 1


def test_sizes_steps_and_operations_mix_without_changing_a_picture(draw, crowd):
    asked = make_request(prompt="a red car", seed=PAIRS.index(("car", "red")))
    others = [
        make_request(prompt="a blue cat", size=Size(128, 128), seed=1),
        make_request(prompt="a pink tree", num_inference_steps=5, seed=2),
        make_request(prompt="a white dog", negative_prompt="a green house", seed=3),
        edit_of(crowd["fish", "blue"], "a red fish", strength=0.6, seed=4),
    ]

    mixed, large, *_ = pictures_of(draw(asked, *others))

    assert difference(mixed, crowd["car", "red"]).max() <= 1
    assert large.shape == (128, 128, 3)


def test_previews_already_show_the_object(draw, crowd, clear, name):
    requests = [make_request(prompt=caption(*pair), seed=PAIRS.index(pair), partial_images=3) for pair in clear]

    drawn = draw(*requests)

    middle, last = ([pixels_of(events[index].picture) for events in drawn] for index in (1, 2))
    assert all(len(events) == 4 and isinstance(events[-1], CompletedImage) for events in drawn)
    assert share(one[0] == pair[0] for one, pair in zip(name(middle), clear, strict=True)) >= 0.6
    assert share(one[0] == pair[0] for one, pair in zip(name(last), clear, strict=True)) >= 0.8
    for pair, pixels in zip(clear, pictures_of(drawn), strict=True):
        assert difference(pixels, crowd[pair]).max() <= 1, "previews change nothing"


def test_true_guidance_makes_pictures_follow_the_prompt_more(draw, crowd, judge):
    pairs = PAIRS[1::2]
    requests = [make_request(prompt=caption(*pair), seed=PAIRS.index(pair)) for pair in pairs]

    plain = pictures_of(draw(*requests, is_guided=False))

    def certainty(pictures):
        """Mean log-probability of the asked object and colour."""
        with torch.inference_mode():
            things, colors = (one.log_softmax(1) for one in judge(values_of(pictures)))
        asked = [(THINGS.index(thing), COLORS.index(color)) for thing, color in pairs]
        return float(np.mean([things[i, thing] + colors[i, color] for i, (thing, color) in enumerate(asked)]))

    assert certainty([crowd[pair] for pair in pairs]) > certainty(plain) + 0.03


def test_negative_prompt_takes_a_colour_out_and_leaves_the_object(draw, name):
    def found(**fields):
        return name(pictures_of(draw(*(make_request(prompt="a car", seed=seed, **fields) for seed in range(16)))))

    free, without_red = found(), found(negative_prompt="a red car")

    assert share(color == "red" for _, color in free) >= 0.4
    assert share(color == "red" for _, color in without_red) <= 0.1
    assert share(thing == "car" for thing, _ in without_red) >= 0.9


def test_masked_edit_draws_inside_the_mask_and_nothing_outside(draw, crowd, clear, name):
    mask = np.zeros((*SIZE[::-1], 4), np.uint8)
    mask[:6, :, 3] = mask[-6:, :, 3] = 255
    mask[:, :6, 3] = mask[:, -6:, 3] = 255
    requests = [
        edit_of(crowd[thing, color], caption(OTHER_THING[thing], color), seed=index, mask=encode_png(mask))
        for index, (thing, color) in enumerate(clear)
    ]

    pictures = pictures_of(draw(*requests))

    is_protected = mask[..., 3] == 255
    for pair, pixels in zip(clear, pictures, strict=True):
        assert np.array_equal(pixels[is_protected], crowd[pair][is_protected])
    found = [thing for thing, _ in name(pictures)]
    assert share(one == OTHER_THING[thing] for one, (thing, _) in zip(found, clear, strict=True)) >= 0.6
    assert share(one == thing for one, (thing, _) in zip(found, clear, strict=True)) <= 0.2


def test_strength_decides_between_the_image_and_the_prompt(draw, crowd, clear, name):
    def edit(strength):
        requests = [
            edit_of(crowd[thing, color], caption(OTHER_THING[thing], color), seed=index, strength=strength)
            for index, (thing, color) in enumerate(clear)
        ]
        found = [thing for thing, _ in name(pictures_of(draw(*requests)))]
        kept = share(one == thing for one, (thing, _) in zip(found, clear, strict=True))
        followed = share(one == OTHER_THING[thing] for one, (thing, _) in zip(found, clear, strict=True))
        return kept, followed

    (kept_low, followed_low), (kept_high, followed_high) = edit(0.2), edit(0.95)
    assert kept_low >= 0.8
    assert followed_low <= 0.2
    assert kept_high <= 0.2
    assert followed_high >= 0.6


def test_input_image_is_the_reference_of_a_variation(draw, crowd, clear, name):
    requests = [
        make_request(operation="variation", prompt="", images=(encode_png(crowd[pair]),), seed=index)
        for index, pair in enumerate(clear)
    ]

    pictures = pictures_of(draw(*requests))

    assert share(one[0] == pair[0] for one, pair in zip(name(pictures), clear, strict=True)) >= 0.6
    assert all(difference(pixels, crowd[pair]).mean() > 2 for pair, pixels in zip(clear, pictures, strict=True))
