"""Options of the engine `comfyui`: the example's settings, and errors that name the file, the node and the input."""

import json
from pathlib import Path

import pytest
from comfy_example import EXAMPLES, example_options

from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.comfyui.engine import ComfyEngine
from limner.engines.comfyui.messages import read_message
from limner.engines.comfyui.options import read_options, read_workflows
from limner.engines.comfyui.queue import QueueState
from limner.engines.registry import EngineSetupError, load_engine
from limner.models import build_models
from limner.settings import load_settings


def test_example_settings_are_valid(monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    models = build_models(load_settings(Path("limner.toml"), environment={}))

    engine = next(model.engine for model in models if model.id == "sdxl")

    assert isinstance(engine, ComfyEngine)
    assert engine.obeys == {
        "seed", "negative_prompt", "num_inference_steps", "guidance_scale", "strength", "input_fidelity", "quality",
        "mask_mode", "partial_images",
    }  # fmt: skip


def test_obeyed_parameters_follow_from_the_inputs():
    engine = load_engine("comfyui", example_options(inputs={"prompt": "6.text"}, edit=None, inpaint=None, steps=None))

    assert engine.obeys == {"partial_images"}


def with_input(name, place):
    return {"inputs": {"prompt": "6.text", name: place}}


def edit_with(**changes):
    return {"edit": {"workflow": str(EXAMPLES / "edit.json"), "inputs": {"image": "10.image"}} | changes}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"base_url": "localhost:8188"}, "'base_url' must be an http or https address"),
        ({"workflows": "x.json"}, "Unknown option 'workflows'"),
        ({"workflow": "nowhere.json"}, "'workflow': 'nowhere.json' cannot be read: No such file"),
        ({"workflow": str(EXAMPLES / "limner.toml")}, "limner.toml' is not valid JSON"),
        ({"inputs": {}}, r"'inputs' must say which input of '.*generate.json' is the prompt"),
        (with_input("promt", "6.text"), "'inputs' has no 'promt'. Known: prompt"),
        (with_input("seed", "seed"), "'inputs.seed' must be a node's id or title and its input, such as '6.text'"),
        (with_input("seed", "Sampler.seed"), r"generate.json', there is no node 'Sampler'. Known: 3 \(KSampler\)"),
        (with_input("seed", "3.noise_seed"), "the node '3' has no input 'noise_seed'. It has: seed, steps"),
        (with_input("seed", "KSampler.model"), "'model' of the node 'KSampler' is connected to the node '4'"),
        (with_input("seed", "6.text"), "'text' of the node '6' is 'a lighthouse at dusk', not a number"),
        (with_input("prompt", "3.seed"), "'seed' of the node '3' is 156680208700286, not a text"),
        (edit_with(inputs={"prompt": "6.text"}), r"'edit.inputs' must say which input of '.*edit.json' is the image"),
        (edit_with(file="x"), "Unknown option 'edit.file'"),
        (edit_with(output="nine"), r"'edit.output': in '.*edit.json', there is no node 'nine'"),
        ({"edit": "edit.json"}, "'edit' must be a table"),
        ({"steps": 0}, "'steps' must be numbers from 1 on"),
        ({"multiple": 0}, "'multiple' must be a number of pixels"),
        ({"workflow": None, "edit": None, "inpaint": None}, "'workflow' must name a file"),
    ],
)  # fmt: skip
def test_wrong_option_is_named(changes, message):
    with pytest.raises(EngineSetupError, match=message):
        load_engine("comfyui", example_options(**changes))


def changed_workflow(tmp_path, change):
    nodes = json.loads((EXAMPLES / "generate.json").read_text(encoding="utf-8"))
    path = tmp_path / "workflow.json"
    path.write_text(json.dumps(change(nodes)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda nodes: {"nodes": [], "links": []}, r"format of the editor. In ComfyUI, use 'File > Export \(API\)'"),
        (lambda nodes: {"3": {"inputs": {}}}, "is no workflow in ComfyUI's API format"),
        (lambda nodes: nodes | {"10": nodes["9"]}, "'output' must name one of the SaveImage nodes in '.*': 9, 10"),
        (lambda nodes: nodes | {"9": nodes["9"] | {"class_type": "SaveImageWebsocket"}}, "with SaveImageWebsocket"),
        (lambda nodes: nodes | {"10": {"class_type": "X", "inputs": {"a": float("nan")}}}, "that is not finite"),
        (lambda nodes: nodes | {"10": nodes["6"]}, "several nodes have the title 'Positive Prompt': 6, 10. Use an id"),
    ],
)  # fmt: skip
def test_unsuitable_workflow_is_refused(tmp_path, change, message):
    with pytest.raises(EngineSetupError, match=message):
        load_engine("comfyui", example_options(workflow=changed_workflow(tmp_path, change)))


def test_further_keys_of_an_export_are_left_out(tmp_path):
    path = changed_workflow(
        tmp_path, lambda nodes: {key: node | {"is_changed": [float("nan")]} for key, node in nodes.items()}
    )

    workflow = read_workflows(read_options(example_options(workflow=path))).generate

    assert set(workflow.nodes["3"]) == {"class_type", "inputs", "_meta"}


@pytest.mark.parametrize(
    "message",
    [
        '{"type": "progress", "data": [1]}',
        '{"type": "progress_state", "data": {"prompt_id": "p", "nodes": [1]}}',
        '{"type": "progress", "data": {"prompt_id": "p", "value": null, "max": 3}}',
        '{"type": "status", "data": "busy"}',
        '{"type": ["status"], "data": {}}',
        "[]",
        "no JSON",
        b"\0\0",
        b"\0\0\0\4\0\0\0\2[]image",
    ],
)
def test_foreign_messages_are_skipped(message):
    assert read_message(message) == []


@pytest.mark.parametrize("changes", [{"api_key": "sk-secret\n"}, {"headers": {"x-key": "sk-secret\r\n"}}])
def test_value_that_is_no_header_is_refused_unseen(changes):
    with pytest.raises(EngineSetupError, match="must be printable ASCII") as error:
        load_engine("comfyui", example_options(**changes))

    assert "sk-secret" not in str(error.value)


def test_secret_is_not_in_the_error():
    with pytest.raises(EngineSetupError, match=r"'api_key' must be a text\.$") as error:
        load_engine("comfyui", example_options(api_key=["sk-secret"]))

    assert "sk-secret" not in str(error.value)


def request_with(num_images, **fields):
    picture = object()
    return ImageRequest(
        **{"operation": "edit", "model": "m", "size": Size(64, 64), "images": (picture,) * num_images} | fields
    )


def test_smallest_fitting_edit_workflow_is_chosen():
    one = edit_with()["edit"]
    two = edit_with(inputs={"image": ["10.image", "10.image"]})["edit"]
    workflows = read_workflows(read_options(example_options(edit=[two, one], inpaint=None)))

    assert [workflows.choose(request_with(count)).num_images for count in (1, 2)] == [1, 2]


def test_last_image_is_repeated_for_further_inputs():
    edit = edit_with(inputs={"image": ["10.image", "9.filename_prefix"]})["edit"]
    workflow = read_workflows(read_options(example_options(edit=edit, inpaint=None))).edit[0]

    nodes = workflow.fill({"seed": 3}, ["a.png"])

    assert (nodes["10"]["inputs"]["image"], nodes["9"]["inputs"]["filename_prefix"]) == ("a.png", "a.png")
    assert workflow.nodes["10"]["inputs"]["image"] == "example.png"


def test_later_prompts_of_others_are_not_ahead():
    queue, request = QueueState(), request_with(0, n=2)
    queue.update(3)
    before = queue.estimate(request).ahead
    queue.add(request)

    positions = []
    for remaining in (5, 9, 8, 3, 2):  # own prompts, those of others that come later, and progress
        queue.update(remaining)
        positions.append(queue.estimate(request).ahead)

    assert before == 3
    assert positions == [3, 3, 3, 1, 0]
    queue.complete(request, 2.0)
    assert queue.estimate(request).eta_s == 2.0
    assert queue.estimate(request_with(0, n=3)).eta_s == 10.0
