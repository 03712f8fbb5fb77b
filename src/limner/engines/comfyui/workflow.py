"""A workflow file, and the inputs of its nodes that Limner sets."""

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from limner.engines.options import OptionError

Prompt = dict[str, dict[str, Any]]
"""A workflow in ComfyUI's API format: nodes by their id."""

INPUT_TYPES: Mapping[str, tuple[type, ...]] = {
    "prompt": (str,),
    "negative_prompt": (str,),
    "seed": (int,),
    "width": (int,),
    "height": (int,),
    "steps": (int,),
    "guidance": (int, float),
    "strength": (int, float),
    "image": (str,),
    "mask": (str,),
}
"""The named inputs, and what the file must contain in their place."""
NODE_KEYS = ("class_type", "inputs", "_meta")
IMAGE_OUTPUTS = ("SaveImage", "PreviewImage")
STREAMED_OUTPUT = "SaveImageWebsocket"


@dataclass(frozen=True, slots=True)
class NodeInput:
    node: str
    """The node's id."""
    input: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    path: Path
    nodes: Prompt
    inputs: Mapping[str, tuple[NodeInput, ...]]
    """By their names in INPUT_TYPES. All nodes of a name get the same value, but those of `image` an image each."""
    output: str | None = None
    """The id of the node whose images are the result. None: of any."""

    @property
    def num_images(self) -> int:
        """How many input images it takes."""
        return len(self.inputs.get("image", ()))

    @property
    def samplers(self) -> frozenset[str]:
        """The ids of the nodes that denoise: each reports its own steps."""
        return frozenset(node_id for node_id, node in self.nodes.items() if "latent_image" in node["inputs"])

    def fill(self, values: Mapping[str, Any], images: list[str]) -> Prompt:
        """The nodes with these values. Names without an input are ignored; the last image is repeated."""
        nodes = copy.deepcopy(self.nodes)
        for name, value in values.items():
            for place in self.inputs.get(name, ()):
                nodes[place.node]["inputs"][place.input] = value
        for index, place in enumerate(self.inputs.get("image", ()) if images else ()):
            nodes[place.node]["inputs"][place.input] = images[min(index, len(images) - 1)]
        return nodes

    def name_of(self, node: str, name: str) -> str | None:
        """The named input that is this input of a node."""
        return next((known for known, places in self.inputs.items() if NodeInput(node, name) in places), None)

    def describe(self, node: str) -> str:
        """A node for error messages: its title and id."""
        return f"'{_title(self.nodes[node])}' (node {node})" if node in self.nodes else f"node {node}"


def read_workflow(file: str, inputs: Any, output: Any = None, *, option: str = "") -> Workflow:
    """Raises OptionError, which names the option, the file and the node. `option`: of the table that names the file."""
    path = Path(file).expanduser()
    nodes = _read_nodes(path, f"{option}workflow")
    found: dict[str, tuple[NodeInput, ...]] = {}
    if not isinstance(inputs, Mapping):
        raise OptionError(f"'{option}inputs' must be a table of names and inputs of nodes, not {inputs!r}.")
    for name, places in inputs.items():
        if name not in INPUT_TYPES:
            raise OptionError(f"'{option}inputs' has no '{name}'. Known: {', '.join(INPUT_TYPES)}.")
        listed = places if isinstance(places, list) else [places]
        found[name] = tuple(_find_input(path, nodes, place, name, f"{option}inputs.{name}") for place in listed)
    return Workflow(path=path, nodes=nodes, inputs=found, output=_find_output(path, nodes, output, f"{option}output"))


def _read_nodes(path: Path, option: str) -> Prompt:
    try:
        nodes = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OptionError(f"'{option}': '{path}' cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise OptionError(f"'{option}': '{path}' is not valid JSON: {error}") from None
    if isinstance(nodes, dict) and isinstance(nodes.get("nodes"), list):
        raise OptionError(
            f"'{option}': '{path}' is a workflow in the format of the editor. In ComfyUI, use 'File > Export (API)'."
        )
    if not isinstance(nodes, dict) or not nodes or not all(_is_node(node) for node in nodes.values()):
        raise OptionError(f"'{option}': '{path}' is no workflow in ComfyUI's API format.")
    # the export may have more, such as 'is_changed' with NaN, which JSON for HTTP cannot express
    nodes = {node_id: {key: node[key] for key in NODE_KEYS if key in node} for node_id, node in nodes.items()}
    try:
        json.dumps(nodes, allow_nan=False)
    except ValueError:
        raise OptionError(f"'{option}': '{path}' contains a number that is not finite.") from None
    return nodes


def _is_node(node: object) -> bool:
    return isinstance(node, dict) and isinstance(node.get("class_type"), str) and isinstance(node.get("inputs"), dict)


def _find_input(path: Path, nodes: Prompt, place: object, name: str, option: str) -> NodeInput:
    node_name, dot, input_name = place.rpartition(".") if isinstance(place, str) else ("", "", "")
    if not dot or not node_name:
        raise OptionError(f"'{option}' must be a node's id or title and its input, such as '6.text', not {place!r}.")
    node = _find_node(path, nodes, node_name, option)
    values = nodes[node]["inputs"]
    if input_name not in values:
        raise OptionError(
            f"'{option}': in '{path}', the node '{node_name}' has no input '{input_name}'. It has: {', '.join(values)}."
        )
    value = values[input_name]
    if isinstance(value, list):
        raise OptionError(
            f"'{option}': in '{path}', the input '{input_name}' of the node '{node_name}' is connected to the node"
            f" '{value[0] if value else ''}'. Name an input of that node."
        )
    types = INPUT_TYPES[name]
    if not isinstance(value, types) or isinstance(value, bool):
        wanted = "a text" if types == (str,) else "a number"
        raise OptionError(
            f"'{option}': in '{path}', the input '{input_name}' of the node '{node_name}' is {value!r}, not {wanted}."
        )
    return NodeInput(node, input_name)


def _find_node(path: Path, nodes: Prompt, name: str, option: str) -> str:
    """By id, else by title."""
    if name in nodes:
        return name
    found = [node_id for node_id, node in nodes.items() if _title(node) == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise OptionError(
            f"'{option}': in '{path}', several nodes have the title '{name}': {', '.join(found)}. Use an id."
        )
    known = ", ".join(f"{node_id} ({_title(node)})" for node_id, node in nodes.items())
    raise OptionError(f"'{option}': in '{path}', there is no node '{name}'. Known: {known}.")


def _find_output(path: Path, nodes: Prompt, output: object, option: str) -> str | None:
    if output is not None:
        if not isinstance(output, str | int):
            raise OptionError(f"'{option}' must be a node's id or title, not {output!r}.")
        return _check_output(path, nodes, _find_node(path, nodes, str(output), option), option)
    for kind in IMAGE_OUTPUTS:
        found = [node_id for node_id, node in nodes.items() if node["class_type"] == kind]
        if len(found) > 1:
            raise OptionError(f"'{option}' must name one of the {kind} nodes in '{path}': {', '.join(found)}.")
        if found:
            return found[0]
    for node_id, node in nodes.items():
        if node["class_type"] == STREAMED_OUTPUT:
            return _check_output(path, nodes, node_id, option)
    return None


def _check_output(path: Path, nodes: Prompt, node: str, option: str) -> str:
    if nodes[node]["class_type"] == STREAMED_OUTPUT:
        raise OptionError(
            f"'{option}': '{path}' sends its images with {STREAMED_OUTPUT}. They would be lost if the connection"
            f" breaks: use {' or '.join(IMAGE_OUTPUTS)}."
        )
    return node


def _title(node: Mapping[str, Any]) -> str:
    meta = node.get("_meta")
    title = meta.get("title") if isinstance(meta, dict) else None
    return title if isinstance(title, str) and title else str(node["class_type"])
