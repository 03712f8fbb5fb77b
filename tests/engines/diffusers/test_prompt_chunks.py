"""Prompts of more tokens than CLIP reads, and weighted prompts."""

import asyncio
import logging

import numpy as np
import pytest
from engine_fixtures import edit, events_of, make_request, model_of, pixels_of, running, stats_of

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

import tiny  # noqa: E402
from stock_comparison import TOLERANCE, run_concurrently  # noqa: E402

from limner.core.errors import APIError  # noqa: E402
from limner.engines.diffusers.checkpoint import load_model  # noqa: E402
from limner.engines.diffusers.prompt_chunks import MAX_CHUNKS, make_prompt_encoder, split  # noqa: E402
from limner.engines.diffusers.prompt_weights import parse_weights  # noqa: E402

LONG = "a photo of a cat in the rain, " * 10
"""More than 77 tokens for the tiny tokenizer: two chunks."""
SHORT = "a cat in the rain"
FAMILIES = ["sd15", "sdxl"]


@pytest.fixture(scope="module")
def pipelines():
    torch.manual_seed(0)
    made = {family: tiny.FAMILIES[family].make() for family in FAMILIES}
    made["sdxl"].register_to_config(force_zeros_for_empty_prompt=False)
    return made


def encode(pipeline, prompt, negative=None, *, is_weighted=True):
    """Prompt, negative prompt, and both pooled, if the pipeline has them."""
    with torch.inference_mode():
        return make_prompt_encoder(pipeline, is_weighted=is_weighted)(
            prompt=prompt,
            device=torch.device("cpu"),
            num_images_per_prompt=1,
            do_classifier_free_guidance=True,
            negative_prompt=negative,
        )


def encode_stock(pipeline, prompt, negative=None):
    with torch.inference_mode():
        return pipeline.encode_prompt(
            prompt=prompt,
            device=torch.device("cpu"),
            num_images_per_prompt=1,
            do_classifier_free_guidance=True,
            negative_prompt=negative,
        )


def assert_equal(found, expected):
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("weighted", [SHORT, "(a cat:1) in the rain", "a cat (in (the rain:1):1.0)"])
def test_weights_of_one_equal_the_plain_encoding_bit_for_bit(pipelines, family, weighted):
    assert_equal(encode(pipelines[family], weighted, SHORT), encode_stock(pipelines[family], SHORT, SHORT))


@pytest.mark.parametrize("family", FAMILIES)
def test_brackets_are_text_unless_weights_are_switched_on(pipelines, family):
    prompt = "a (cat:1.4) in [the] rain"

    found = encode(pipelines[family], prompt, is_weighted=False)

    assert_equal(found, encode_stock(pipelines[family], prompt))


@pytest.mark.parametrize("family", FAMILIES)
def test_long_prompt_starts_like_the_cut_off_one_and_has_its_tail(pipelines, family):
    pipeline = pipelines[family]
    chunks = split(pipeline.tokenizer, parse_weights(LONG))
    begin = pipeline.tokenizer.decode([token.id for token in chunks[0]])
    tail = pipeline.tokenizer.decode([token.id for token in chunks[1]])

    found = encode(pipeline, LONG, "rain")
    first, second = encode_stock(pipeline, begin, "rain"), encode_stock(pipeline, tail, "")

    assert len(chunks) == 2
    assert found[0].shape == found[1].shape == (1, 2 * 77, found[0].shape[-1])
    torch.testing.assert_close(found[0], torch.cat([first[0], second[0]], dim=1))
    torch.testing.assert_close(found[1], torch.cat([first[1], second[1]], dim=1), msg="the rest is an empty text")
    for one, other in zip(found[2:], first[2:], strict=True):
        torch.testing.assert_close(one, other, msg="pooled")


@pytest.mark.parametrize("family", FAMILIES)
def test_long_negative_prompt_lengthens_the_prompt_too(pipelines, family):
    found = encode(pipelines[family], SHORT, LONG)
    [plain, *_] = encode_stock(pipelines[family], SHORT)

    assert found[0].shape == found[1].shape
    torch.testing.assert_close(found[0][:, :77], plain)
    assert not torch.equal(found[1][:, 77:], found[0][:, 77:])


@pytest.mark.parametrize("family", FAMILIES)
def test_weight_moves_only_the_weighted_words_and_monotonically(pipelines, family):
    plain = encode(pipelines[family], "a red fox at dawn")[0]
    numbers = [-1.0, 0.0, 0.5, 0.9, 1.1, 1.5, 2.0, 4.0]
    found = {number: encode(pipelines[family], f"a (red:{number}) fox at dawn")[0] for number in numbers}
    is_weighted = (found[2.0] != plain).any(dim=-1)[0]
    num_red = len(pipelines[family].tokenizer("red", add_special_tokens=False).input_ids)
    num_before = 1 + len(pipelines[family].tokenizer("a", add_special_tokens=False).input_ids)
    direction = found[4.0] - plain

    assert is_weighted.nonzero().flatten().tolist() == list(range(num_before, num_before + num_red))
    positions = [float(((one - plain) * direction).sum()) for one in found.values()]
    assert positions == sorted(positions)
    assert len(set(positions)) == len(numbers)
    assert all(torch.equal(one[:, ~is_weighted], plain[:, ~is_weighted]) for one in found.values())


@pytest.mark.parametrize("family", FAMILIES)
def test_weight_of_zero_is_the_embedding_of_an_empty_text(pipelines, family):
    [found, *_] = encode(pipelines[family], "a (red:0) fox")
    [empty, *_] = encode_stock(pipelines[family], "")
    changed = (found != encode_stock(pipelines[family], "a red fox")[0]).any(dim=-1)[0]

    torch.testing.assert_close(found[:, changed], empty[:, changed])


def test_second_prompt_has_its_own_weights_in_its_own_encoder(pipelines):
    pipeline = pipelines["sdxl"]
    width = pipeline.text_encoder.config.hidden_size

    def encode_both(second):
        with torch.inference_mode():
            return make_prompt_encoder(pipeline, is_weighted=True)(
                prompt=SHORT, prompt_2=second, device=torch.device("cpu")
            )[0]

    plain, weighted = encode_both("a red fox"), encode_both("a (red:2) fox")

    assert torch.equal(plain[..., :width], weighted[..., :width])
    assert not torch.equal(plain[..., width:], weighted[..., width:])


@pytest.mark.parametrize("family", FAMILIES)
def test_escaped_brackets_reach_the_encoder_without_their_backslashes(pipelines, family):
    assert_equal(encode(pipelines[family], r"a cat \(wet\)"), encode_stock(pipelines[family], "a cat (wet)"))


def test_chunk_ends_at_a_comma_if_one_is_near():
    tokenizer = tiny.clip_tokenizer()
    [comma] = tokenizer(",", add_special_tokens=False).input_ids
    no_comma = split(tokenizer, parse_weights("a " * 160))
    near = split(tokenizer, parse_weights("in " * 60 + ", " + "a " * 100))
    far = split(tokenizer, parse_weights("in, " + "a " * 160))

    assert [len(chunk) for chunk in no_comma] == [75, 75, 10]
    assert [len(chunk) for chunk in near] == [61, 75, 25]
    assert near[0][-1].id == comma
    assert len(far[0]) == 75


@pytest.mark.parametrize("family", FAMILIES)
def test_tail_of_a_long_prompt_changes_the_image_and_the_log_has_no_prompt(engine_of, family, caplog, capfd):
    prompts = [LONG, LONG + "two dogs dancing in a city at night, neon"]
    logging.getLogger("diffusers").addHandler(caplog.handler)

    with running(engine := engine_of(family)) as run:
        first, second = (run(events_of(engine, make_request(prompt=one)))[0] for one in prompts)

    logging.getLogger("diffusers").removeHandler(caplog.handler)
    assert not np.array_equal(pixels_of(first.picture), pixels_of(second.picture))
    assert first.note is None
    assert "dancing" not in caplog.text + capfd.readouterr().err


@pytest.mark.parametrize("family", FAMILIES)
def test_prompts_of_different_length_drawn_together_equal_those_drawn_alone(engine_of, family):
    requests = [
        make_request(seed=1, prompt=LONG, negative_prompt="rain"),
        make_request(seed=20, prompt=SHORT),
        make_request(seed=40, prompt="a (red:1.5) fox", negative_prompt="[rain] " + LONG),
        edit(seed=60, prompt=LONG, strength=0.8),
    ]
    engine = engine_of(family, prompt_weighting=True)
    together, width = run_concurrently(engine, requests, first=make_request(seed=500))
    together = dict(together)

    for request in requests:
        images, _ = run_concurrently(engine, [request])
        assert (images[request.seed] - together[request.seed]).abs().max() <= TOLERANCE
    assert width > 1


def test_images_of_equally_long_prompts_share_forwards(engine_of):
    requests = [make_request(seed=seed, prompt=LONG + "x" * seed, num_inference_steps=4) for seed in range(4)]

    with running(engine := engine_of("sdxl")) as run:
        run(events_of(engine, make_request()))
        stats = stats_of(engine)
        before = stats.num_forwards, stats.num_images

        async def draw():
            await asyncio.gather(*(events_of(engine, one) for one in requests))

        run(draw())

    assert stats.num_images - before[1] > stats.num_forwards - before[0]


def test_weights_change_the_image_of_an_engine_that_reads_them(engine_of):
    prompts = ["a (cat:1.8) in the rain", SHORT]

    def draw(**options):
        with running(engine := engine_of("sd15", **options)) as run:
            return [pixels_of(run(events_of(engine, make_request(prompt=one)))[0].picture) for one in prompts]

    weighted, plain = draw(prompt_weighting=True)
    as_text, plain_again = draw()

    assert np.array_equal(plain, plain_again)
    assert not np.array_equal(weighted, plain)
    assert not np.array_equal(weighted, as_text)


def test_weights_for_other_encoders_are_an_error_that_names_the_option(engine_of):
    with (
        running(engine := engine_of("flux", prompt_weighting=True)) as run,
        pytest.raises(APIError, match="'prompt_weighting' is for models whose text encoders are all CLIP's"),
    ):
        run(events_of(engine, make_request()))


@pytest.mark.parametrize(
    ("family", "request_of", "expected"),
    [
        ("sd15-pix2pix", edit, "The model reads the first 75 tokens of the prompt, which has "),
        ("sd3", make_request, "The model reads the first 32 tokens of the prompt, which has "),
        ("flux", make_request, "The model reads the first "),
        ("sdxl", make_request, None),
    ],
)
def test_note_says_how_much_of_the_prompt_is_read(engine_of, family, request_of, expected):
    with running(engine := engine_of(family, arguments={"max_sequence_length": 32} if family == "flux" else {})) as run:
        [long] = run(events_of(engine, request_of(prompt=LONG)))
        [short] = run(events_of(engine, request_of(prompt=SHORT)))

    assert short.note is None
    assert (long.note or "").startswith(expected or "")
    assert (long.note is None) == (expected is None)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("prompt", ["a " * 16_000, "(a:1.2) b " * 3_200], ids=["plain", "weighted"])
def test_longest_prompt_is_encoded_in_a_bounded_batch(pipelines, family, prompt):
    pipeline, rows = pipelines[family], []
    hook = pipeline.text_encoder.register_forward_pre_hook(
        lambda _, args, kwargs: rows.append((*args, kwargs.get("input_ids"))[0].shape[0]), with_kwargs=True
    )
    chunks = split(pipeline.tokenizer, parse_weights(prompt))

    found = encode(pipeline, prompt, prompt)
    hook.remove()

    assert len(chunks) > MAX_CHUNKS
    assert max(rows) <= MAX_CHUNKS + 1  # an empty text, for weights
    assert found[0].shape == found[1].shape == (1, MAX_CHUNKS * 77, found[0].shape[-1])


@pytest.mark.parametrize("family", FAMILIES)
def test_longest_prompt_is_encoded_as_its_first_chunks(pipelines, family):
    first = "a cat in the rain, " * 50
    chunks = split(pipelines[family].tokenizer, parse_weights(first * 4))
    begin = pipelines[family].tokenizer.decode([one.id for chunk in chunks[:MAX_CHUNKS] for one in chunk])

    assert len(chunks) > MAX_CHUNKS
    assert_equal(encode(pipelines[family], first * 4), encode(pipelines[family], begin))


def test_note_says_how_many_tokens_of_the_longest_prompts_are_read(engine_of):
    long = "a " * 700
    weighted = "(a:1.5) " + long
    with running(engine := engine_of("sdxl", prompt_weighting=True)) as run:
        [plain] = run(events_of(engine, make_request(prompt=long)))
        [both] = run(events_of(engine, make_request(prompt=weighted, negative_prompt=long, guidance_scale=3.0)))
        [unguided] = run(events_of(engine, make_request(prompt=SHORT, negative_prompt=long, guidance_scale=1.0)))

    sentence = "The model reads the first 600 tokens of the {}, which has {}."
    assert plain.note == sentence.format("prompt", 700)
    assert both.note == f"{sentence.format('prompt', 701)} {sentence.format('negative prompt', 700)}"
    assert unguided.note is None


def test_offloaded_encoders_read_long_prompts_too(engine_of):
    def draw(**options):
        with running(engine := engine_of("sdxl", **options)) as run:
            return pixels_of(run(events_of(engine, make_request(prompt=LONG)))[0].picture)

    assert np.abs(draw() - draw(offload="model")).max() <= 1


def test_diffusers_does_not_print_what_it_cuts_off(engine_of, capfd):
    engine = engine_of("flux", arguments={"max_sequence_length": 32})
    model = load_model(engine.spec, "cpu")
    capfd.readouterr()

    with torch.inference_mode():
        model.pipeline.encode_prompt(prompt=LONG + "secret", prompt_2=None, max_sequence_length=32)

    assert "secret" not in capfd.readouterr().err
    assert model_of(engine) is None
