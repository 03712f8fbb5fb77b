"""The options of the engine `comfyui`, and which workflow draws what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from limner.core.errors import PictureError
from limner.core.request import ImageRequest, Quality
from limner.engines.comfyui.workflow import Workflow, read_workflow
from limner.engines.native_server import make_headers
from limner.engines.options import Headers, OptionalText, OptionError, Seconds, Url, convert_options
from limner.engines.proxy.input_images import has_mask
from limner.engines.sampling import read_by_quality

TABLE_KEYS = ("workflow", "inputs", "output")
Tables = Annotated[Any, Meta(description="must be a table with 'workflow' and 'inputs', or a list of such tables")]


class ComfyOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As in the settings. docs/comfyui.md explains each."""

    base_url: Url = "http://127.0.0.1:8188"
    workflow: OptionalText = None
    inputs: Annotated[dict[str, Any] | None, Meta(description="must be a table of names and inputs of nodes")] = None
    output: Any = None
    edit: Tables = None
    inpaint: Tables = None
    variation: Tables = None
    steps: Any = None
    guidance: Any = None
    multiple: Annotated[int, Meta(ge=1, le=512, description="must be a number of pixels from 1 to 512")] = 8
    api_key: OptionalText = None
    headers: Headers = {}
    timeout_s: Seconds = 600
    connect_timeout_s: Seconds = 5
    reconnect_s: Seconds = 60

    def all_headers(self) -> dict[str, str]:
        """Raises OptionError."""
        return make_headers(f"Bearer {self.api_key}" if self.api_key else None, self.headers)


@dataclass(frozen=True, slots=True)
class Workflows:
    generate: Workflow | None
    edit: Sequence[Workflow]
    inpaint: Sequence[Workflow]
    variation: Sequence[Workflow]

    @property
    def all(self) -> list[Workflow]:
        first = [] if self.generate is None else [self.generate]
        return [*first, *self.edit, *self.inpaint, *self.variation]

    def choose(self, request: ImageRequest) -> Workflow:
        """Raises a PictureError if no workflow can draw the request."""
        if request.operation == "generate":
            if self.generate is None:
                raise _missing_error(request, "generate images")
            return self.generate
        if request.operation == "variation":
            return _fitting(self.variation, request, "draw variations")
        return _fitting(self.inpaint if self.inpaint and has_mask(request) else self.edit, request, "edit images")


@dataclass(frozen=True, slots=True)
class Sampling:
    steps: Mapping[Quality, int]
    guidance: Mapping[Quality, float]


def read_options(options: Mapping[str, Any]) -> ComfyOptions:
    """Raises OptionError, which names the option."""
    return convert_options(ComfyOptions, options, secrets=("api_key", "headers", "base_url"))


def read_sampling(options: ComfyOptions) -> Sampling:
    """Raises OptionError, which names the option."""
    return Sampling(
        read_by_quality("steps", options.steps, int, 1), read_by_quality("guidance", options.guidance, float, 0)
    )


def read_workflows(options: ComfyOptions) -> Workflows:
    """Raises OptionError, which names the option, the file and the node."""
    generate = None
    if options.workflow is not None:
        generate = read_workflow(options.workflow, options.inputs or {}, options.output)
        _require(generate, "prompt", "inputs")
    workflows = Workflows(
        generate,
        _read_tables("edit", options.edit),
        _read_tables("inpaint", options.inpaint),
        _read_tables("variation", options.variation),
    )
    if not workflows.all:
        raise OptionError("'workflow' must name a file: a workflow that ComfyUI exported by 'File > Export (API)'.")
    return workflows


def _read_tables(name: str, value: Any) -> list[Workflow]:
    if value is None:
        return []
    found = []
    tables = value if isinstance(value, list) else [value]
    for index, table in enumerate(tables):
        option = f"{name}." if len(tables) == 1 else f"{name}[{index}]."
        if not isinstance(table, Mapping) or not isinstance(table.get("workflow"), str):
            raise OptionError(f"'{name}' must be a table with 'workflow' and 'inputs', or a list of such tables.")
        unknown = table.keys() - set(TABLE_KEYS)
        if unknown:
            raise OptionError(f"Unknown option '{option}{min(unknown)}'. Known: {', '.join(TABLE_KEYS)}.")
        workflow = read_workflow(table["workflow"], table.get("inputs", {}), table.get("output"), option=option)
        _require(workflow, "image", f"{option}inputs")
        found.append(workflow)
    return sorted(found, key=lambda workflow: workflow.num_images)


def _require(workflow: Workflow, name: str, option: str) -> None:
    if name not in workflow.inputs:
        raise OptionError(f"'{option}' must say which input of '{workflow.path}' is the {name}: {name} = 'NODE.INPUT'.")


def _fitting(workflows: Sequence[Workflow], request: ImageRequest, what: str) -> Workflow:
    """The one with the fewest inputs for images that takes all of the request's."""
    if not workflows:
        raise _missing_error(request, what)
    for workflow in workflows:
        if workflow.num_images >= len(request.images):
            return workflow
    most = workflows[-1].num_images
    raise PictureError(
        f"The model '{request.model}' takes at most {most} {'image' if most == 1 else 'images'}.",
        param="image",
        code="invalid_value",
    )


def _missing_error(request: ImageRequest, what: str) -> PictureError:
    param = "model" if request.operation == "generate" else "image"
    return PictureError(f"The model '{request.model}' cannot {what}.", param=param, code="invalid_value")
