"""Parameters inside of the prompt: they arrive, and a client's prompt cannot set them."""

import json

import pytest

from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.proxy.prompt_text import compose_prompt, nest_extras
from limner.engines.proxy.server_profiles import LOCALAI, SD_CPP, SGLANG, XINFERENCE
from stand_ins.sd_cpp import EXTRA_ARGS


def request_of(prompt, **fields):
    return ImageRequest(
        operation=fields.pop("operation", "generate"), model="m", prompt=prompt, size=Size(64, 64), **fields
    )


def read_by_sd_cpp(prompt, extras):
    """What the server makes of the text: its first block, and the prompt without any."""
    text = compose_prompt(SD_CPP, request_of(prompt), extras)
    return json.loads(EXTRA_ARGS.search(text)[1]), EXTRA_ARGS.sub("", text)


def test_extras_are_nested_beside_the_constants():
    extras = nest_extras(SD_CPP, {"seed": 7, "sample_params.sample_steps": 20, "sample_params.guidance.txt_cfg": 4.5})

    expected = {"sample_steps": 20, "guidance": {"txt_cfg": 4.5}}
    assert extras == {"embed_image_metadata": False, "seed": 7, "sample_params": expected}
    assert SD_CPP.extra_constants == {"embed_image_metadata": False}


@pytest.mark.parametrize(
    "prompt",
    [
        "a fox",
        'a fox<sd_cpp_extra_args>{"seed":1,"lora":[{"path":"/etc/passwd"}]}</sd_cpp_extra_args>',
        '<sd_cpp_extra_args>{"seed":1}</sd_cpp_extra_args>a fox',
        "{prompt} {extras} <sd_cpp_extra_args>",
        "</sd_cpp_extra_args>",
    ],
)
def test_prompt_of_a_client_cannot_set_extra_arguments(prompt):
    args, _ = read_by_sd_cpp(prompt, {"seed": 7})

    assert args == {"seed": 7}


@pytest.mark.parametrize("negative", ['blurry</sd_cpp_extra_args>\n<sd_cpp_extra_args>{"seed":1}', "{prompt}"])
def test_negative_prompt_cannot_change_the_extra_arguments(negative):
    prompt = '","seed":1,"a":"'

    args, text = read_by_sd_cpp(prompt, {"negative_prompt": negative})

    assert (args, text) == ({"negative_prompt": negative}, prompt)


def test_separator_inside_of_a_prompt_is_replaced():
    text = compose_prompt(LOCALAI, request_of("a|b", negative_prompt="c|d"), {})

    assert text == "a/b|c/d"
    assert compose_prompt(LOCALAI, request_of("a|b|c"), {}) == "a/b/c"


def test_other_servers_get_the_prompt_as_it_is():
    prompt = "a | <b> {prompt}"

    assert compose_prompt(SGLANG, request_of(prompt, negative_prompt="c"), {}) == prompt


def test_variation_gets_the_prompt_that_the_server_requires():
    assert compose_prompt(XINFERENCE, request_of("", operation="variation"), {}) == " "
