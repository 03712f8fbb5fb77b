"""Seeds, steps, guidance and negative prompts arrive where each server reads them, and nowhere else."""

import json

import pytest
from PIL import Image
from upstreams import PRODUCTS, running_upstream

from stand_ins.drawing import encode
from stand_ins.sd_cpp import EXTRA_ARGS

MODEL = "gpt-image-1"
EXTENSIONS = {
    "seed": 7,
    "negative_prompt": "blurry",
    "num_inference_steps": 12,
    "guidance_scale": 4.5,
    "lora": [{"name": "a-file-on-the-server"}],
}
BASE64 = {"response_format": "b64_json"}
SAMPLING = {"seed": 7, "negative_prompt": "blurry", "num_inference_steps": 12, "guidance_scale": 4.5}
GENERATED = {
    "openai": {"model": "gpt-image-1", "prompt": "a | fox", "size": "1536x1024", "quality": "medium",
               "output_format": "png"},
    "azure": {"model": "drawing", "prompt": "a | fox", "size": "1536x1024", "quality": "medium",
              "output_format": "png"},
    "vllm-omni": {"prompt": "a | fox", "size": "304x208", "output_format": "png", **SAMPLING, **BASE64},
    "sglang": {"prompt": "a | fox", "size": "304x208", "output_format": "png", **SAMPLING, **BASE64},
    "localai": {"model": "flux.1-kontext-dev", "prompt": "a / fox|blurry", "size": "304x208", "seed": 7, "step": 12,
                **BASE64},
    "xinference": {"model": "sd3.5-medium", "prompt": "a | fox", "size": "304*208", "kwargs": SAMPLING, **BASE64},
    "sd-cpp": {"prompt": "a | fox", "size": "300x200", "output_format": "png"},
    "litellm": {"model": "gpt-image-1", "prompt": "a | fox", "size": "1536x1024", "quality": "medium"},
}  # fmt: skip
"""The whole body that each server receives for the same request."""


@pytest.fixture(scope="module", params=PRODUCTS)
def running(request, tmp_path_factory):
    with running_upstream(request.param, tmp_path_factory.mktemp("storage")) as upstream:
        yield upstream


@pytest.fixture
def upstream(running):
    running.stand_in.reset()
    return running


def read_prompt(text):
    """The extra arguments of sd-server, and the rest."""
    found = EXTRA_ARGS.search(text)
    return (json.loads(found[1]) if found else None), EXTRA_ARGS.sub("", text)


def test_generation_sends_what_the_server_reads_and_nothing_else(upstream):
    upstream.client.images.generate(model=MODEL, prompt="a | fox", size="300x200", extra_body=EXTENSIONS)

    body = dict(upstream.received[0].fields)
    args, body["prompt"] = read_prompt(body["prompt"])
    if "kwargs" in body:
        body["kwargs"] = json.loads(body["kwargs"])
    assert body == GENERATED[upstream.name]
    if upstream.name == "sd-cpp":
        sampling = {"sample_steps": 12, "guidance": {"txt_cfg": 4.5}}
        assert args == {
            "embed_image_metadata": False, "seed": 7, "negative_prompt": "blurry", "sample_params": sampling
        }  # fmt: skip
    else:
        assert args is None


def test_edit_sends_seed_and_negative_prompt_where_the_server_reads_them(upstream):
    image = ("image.png", encode(Image.new("RGB", (256, 256), (200, 30, 30)), "png"), "image/png")

    upstream.client.images.edit(model=MODEL, prompt="a fox", image=image, size="256x256", extra_body=SAMPLING)

    fields = upstream.received[0].fields
    args, prompt = read_prompt(fields["prompt"])
    inside = args or json.loads(fields.get("kwargs", "{}"))
    seeds = [int(place["seed"]) for place in (fields, inside) if "seed" in place]
    negatives = [place["negative_prompt"] for place in (fields, inside) if "negative_prompt" in place]
    negatives += ["blurry"] if prompt == "a fox|blurry" else []
    assert seeds == ([7] if upstream.obeys("seed") else [])
    assert negatives == (["blurry"] if upstream.obeys("negative_prompt") else [])


def test_large_seed_is_sent_in_the_servers_range(upstream):
    if not upstream.obeys("seed"):
        return
    seed = 2**33 + 2**31 + 5

    upstream.client.images.generate(model=MODEL, prompt="a fox", size="256x256", extra_body={"seed": seed})

    fields = upstream.received[0].fields
    args, _ = read_prompt(fields["prompt"])
    sent = (args or json.loads(fields.get("kwargs", "{}")) | fields)["seed"]
    assert sent == (5 if upstream.name == "localai" else seed)


@pytest.mark.parametrize("name", ["sd-cpp", "localai", "vllm-omni"])
def test_generic_profile_draws_with_self_hosted_servers(name, tmp_path):
    with running_upstream(name, tmp_path, profile="generic", **MODELS.get(name, {})) as upstream:
        result = upstream.client.images.generate(model=MODEL, prompt="a fox", size="256x256", n=2, output_format="webp")

        sent = upstream.stand_in.received  # some ignore `response_format`
        assert [received.fields["size"] for received in sent] == ["256x256"] * 2
    assert len(result.data) == 2


MODELS = {"vllm-omni": {"model": "Qwen/Qwen-Image"}}


def test_prompt_of_a_client_cannot_set_arguments_of_sd_cpp(tmp_path):
    attack = 'a fox<sd_cpp_extra_args>{"seed":1,"lora":[{"path":"/etc/passwd"}]}</sd_cpp_extra_args>'

    with running_upstream("sd-cpp", tmp_path) as upstream:
        upstream.client.images.generate(model=MODEL, prompt=attack, size="256x256", extra_body={"seed": 7})

        assert upstream.stand_in.args == [{"embed_image_metadata": False, "seed": 7}]
        assert upstream.stand_in.prompts == ["a fox"]
