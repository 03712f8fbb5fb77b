"""The servers that `peers.py` compares: versions, what they need to draw a tiny FLUX on a CPU, and requests."""

import base64
import json
import sys
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STEPS = 16
TEXT_TOKENS = 8
"""Of T5: what the tiny model was trained with. The usual 512 would be most of the work, and draw nothing."""
NAME = "flux"
"""What the checkpoint is called, as its folder."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One replacement in a file of an installed package."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    prompt: str = "a red apple"
    edge: int = 64
    steps: int = STEPS
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Call:
    path: str
    fields: Mapping[str, Any]
    headers: Mapping[str, str]


class Server(ABC):
    """A server that can be started. `python`: of the environment in which it is installed."""

    name: str
    packages: Sequence[str] = ()
    """With their versions."""
    replaced: Sequence[str] = ()
    """Of what pip installs, the packages that are removed again, so that those of this interpreter are used."""
    patches: Sequence[Patch] = ()
    changes: str = "none"
    """What was changed or configured so that it draws this model on a CPU, for the reader of the table."""
    key = "none"
    takes_steps = True
    """In a request. Else all pictures have as many."""

    def __init__(self, python: Path, model: Path, folder: Path) -> None:
        self.python, self.model, self.folder = python, model, folder

    @property
    def environment(self) -> Mapping[str, str]:
        """Added to this process's."""
        return {}

    @abstractmethod
    def command(self, port: int) -> list[str]: ...

    def prepare(self) -> None:  # noqa: B027 - most need no files
        """Write the files that it needs."""

    def load(self, port: int) -> None:  # noqa: B027 - most load what their command names
        """Called once it listens."""

    def call(self, picture: Picture) -> Call:
        edge = picture.edge
        fields = {
            "model": NAME,
            "prompt": picture.prompt,
            "size": f"{edge}x{edge}",
            "response_format": "b64_json",
            **self.own_fields(picture),
        }
        return Call("/v1/images/generations", fields, {})

    def own_fields(self, picture: Picture) -> dict[str, Any]:
        return {"steps": picture.steps, "seed": picture.seed}

    def read(self, body: bytes) -> bytes:
        """The encoded picture of a response."""
        return base64.b64decode(json.loads(body)["data"][0]["b64_json"])

    def script(self, name: str) -> str:
        return str(self.python.parent / name)


class Limner(Server):
    name = "limner"
    flags: Sequence[str] = ()

    def command(self, port: int) -> list[str]:
        arguments = ["--steps", str(STEPS), "--dtype", "float32", "--argument", f"max_sequence_length={TEXT_TOKENS}"]
        own = ["--port", str(port), "--cache", str(self.folder / "cache"), *self.flags]
        return [sys.executable, "-m", "limner.cli", "serve", "--model", str(self.model), *arguments, *own]


class LimnerFixedRows(Limner):
    name = "limner, fixed rows"
    flags = ("--deterministic-rows", "4")


class LimnerInProcess(Limner):
    name = "limner, in process"
    flags = ("--in-process",)


class HfServe(Server):
    name = "hf-serve"
    packages = ("hf-serve==0.2.0",)
    replaced = ("numpy", "torchaudio", "torchvision", "transformers")
    changes = (
        "measured by `/predict`, because its route for images takes neither seed nor steps; 8 T5 tokens in the call;"
        " one line for Python 3.11"
    )
    patches = (
        Patch(
            "hf_serve/tasks/predictor.py",
            "reprlib.Repr(maxstring=100, maxother=100, maxlist=10, maxdict=20, maxlevel=10)",
            "reprlib.Repr()",
        ),
        Patch(
            "hf_serve/tasks/diffusers/text_to_image.py",
            "**parameters, num_images_per_prompt=1)",
            f"**parameters, max_sequence_length={TEXT_TOKENS}, num_images_per_prompt=1)",
        ),
    )

    def command(self, port: int) -> list[str]:
        own = ["--task", "text-to-image", "--device", "cpu", "--dtype", "float32"]
        return [self.script("hf-serve"), "--port", str(port), "--model-dir", str(self.model), *own]

    def call(self, picture: Picture) -> Call:
        size = {"width": picture.edge, "height": picture.edge}
        own = {"num_inference_steps": picture.steps, "seed": picture.seed}
        return Call("/predict", {"inputs": picture.prompt, "parameters": size | own}, {"Accept": "image/png"})

    def read(self, body: bytes) -> bytes:
        return body


MUSE_MODEL = """
from muse.modalities.image_generation.runtimes.diffusers import DiffusersText2ImageModel

MANIFEST = {{
    "model_id": "{name}",
    "modality": "image/generation",
    "hf_repo": "local/{name}",
    "capabilities": {{
        "default_steps": {steps}, "supports_img2img": True, "supports_inpainting": True, "memory_gb": 0.1,
    }},
}}


class Model(DiffusersText2ImageModel):
    model_id = MANIFEST["model_id"]

    def __init__(self, *, local_dir=None, device="cpu", **_):
        super().__init__(
            hf_repo=MANIFEST["hf_repo"], local_dir={model!r}, device="cpu", dtype="float32", model_id=self.model_id,
            default_size=(64, 64), default_steps={steps},
        )
        self._pipe.set_progress_bar_config(disable=True)
        real, pipeline = self._pipe, type(self._pipe)

        class ShortPrompts:
            def __call__(self, **arguments):
                return real(max_sequence_length={tokens}, **arguments)

        self._pipe = ShortPrompts()
"""


class Museq(Server):
    name = "museq"
    packages = ("museq[server,images]==0.60.2",)
    changes = "a model script and a catalogue by hand, since its `pull` wants the hub; 8 T5 tokens in the script"

    @property
    def environment(self) -> Mapping[str, str]:
        folders = {
            name: str(self.folder / name.lower()) for name in ("MUSE_CATALOG_DIR", "MUSE_MODELS_DIR", "MUSE_HOME")
        }
        return folders | {"MUSE_DEVICE": "cpu"}

    def prepare(self) -> None:
        for folder in ("muse_catalog_dir", "muse_models_dir", "muse_home"):
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
        script = MUSE_MODEL.format(name=NAME, steps=STEPS, model=str(self.model), tokens=TEXT_TOKENS)
        (self.folder / "muse_models_dir" / f"{NAME}.py").write_text(script)
        entry = {
            "pulled_at": "2026-01-01T00:00:00+00:00",
            "hf_repo": f"local/{NAME}",
            "local_dir": str(self.model),
            "venv_path": str(self.python.parents[1]),
            "python_path": str(self.python),
            "enabled": True,
        }
        (self.folder / "muse_catalog_dir" / "catalog.json").write_text(json.dumps({NAME: entry}))

    def command(self, port: int) -> list[str]:
        return [self.script("muse"), "serve", "--host", "127.0.0.1", "--port", str(port)]


class AquilesImage(Server):
    name = "aquiles-image"
    packages = ("aquiles-image==0.8.3",)
    replaced = ("torchvision",)
    changes = "a CPU, float32, 64x64 and 8 T5 tokens are patched in; steps and seed are the server's"
    key = "local"
    takes_steps = False
    patches = (
        Patch("aquilesimage/pipelines/pipelines.py", 'if torch.cuda.is_available() else "mps"', 'if False else "cpu"'),
        Patch(
            "aquilesimage/pipelines/image/auto/text2img.py",
            """        if torch.cuda.is_available():
            self.pipeline = AutoPipelineForText2Image.from_pretrained(
                self.model_name, 
                device_map="cuda",
                trust_remote_code=True,
                dtype=torch.bfloat16)
""",  # noqa: W291
            """        if True:
            self.pipeline = AutoPipelineForText2Image.from_pretrained(self.model_name, torch_dtype=torch.float32)
""",
        ),
        Patch("aquilesimage/models/models.py", '"1024x1792", "2048x2048"]]', '"1024x1792", "2048x2048", "64x64"]]'),
        Patch(
            "aquilesimage/models/models.py",
            'size: Optional[Literal["1024x1024", "1536x1024",',
            'size: Optional[Literal["64x64", "1024x1024", "1536x1024",',
        ),
        Patch("aquilesimage/main.py", '    "256x256":   (256,  256),', '    "64x64": (64, 64), "256x256": (256, 256),'),
        Patch(
            "aquilesimage/runtime/batch_inf.py",
            "                            **shared_params      \n",
            f"                            max_sequence_length={TEXT_TOKENS}, **shared_params\n",
        ),
    )

    @property
    def environment(self) -> Mapping[str, str]:
        return {"HOME": str(self.folder)}

    def command(self, port: int) -> list[str]:
        own = ["--auto-pipeline", "--auto-pipeline-type", "t2i", "--set-steps", str(STEPS), "--force"]
        many = ["--max-concurrent-infer", "64", "--api-key", self.key]
        return [self.script("aquiles-image"), "serve", "--port", str(port), "--model", str(self.model), *own, *many]

    def call(self, picture: Picture) -> Call:
        call = super().call(picture)
        return Call(call.path, {**call.fields, "model": str(self.model)}, {})

    def own_fields(self, picture: Picture) -> dict[str, Any]:
        return {}


class Xinference(Server):
    name = "xinference"
    packages = ("xinference==4.1.0",)
    replaced = ("huggingface_hub", "scipy", "torchvision", "transformers")
    changes = "its authentication is off, and the model is registered by hand, with float32"

    @property
    def environment(self) -> Mapping[str, str]:
        return {"XINFERENCE_AUTH_ADVANCED": "0", "XINFERENCE_HOME": str(self.folder)}

    def command(self, port: int) -> list[str]:
        return [self.script("xinference-local"), "--host", "127.0.0.1", "--port", str(port), "--log-level", "WARNING"]

    def load(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}"
        model = {
            "version": 2,
            "model_name": NAME,
            "model_family": "stable_diffusion",
            "model_id": None,
            "model_revision": None,
            "model_uri": str(self.model),
            "model_ability": ["text2image", "image2image", "inpainting"],
            "controlnet": [],
        }
        post(f"{address}/v1/model_registrations/image", {"model": json.dumps(model), "persist": False})
        # it links the model there; it removes the folder at its start, and does not make it again
        (self.folder / "cache" / "v2").mkdir(parents=True, exist_ok=True)
        chosen = {"model_name": NAME, "model_uid": NAME, "model_type": "image", "model_engine": "diffusers"}
        post(f"{address}/v1/models", chosen | {"torch_dtype": "float32", "enable_virtual_env": False})

    def own_fields(self, picture: Picture) -> dict[str, Any]:
        own = {"num_inference_steps": picture.steps, "seed": picture.seed, "max_sequence_length": TEXT_TOKENS}
        return {"kwargs": json.dumps(own)}


SERVERS: Mapping[str, type[Server]] = {
    kind.name.replace(", ", "-").replace(" ", "-"): kind
    for kind in (Limner, LimnerFixedRows, LimnerInProcess, HfServe, Museq, AquilesImage, Xinference)
}


def post(address: str, fields: Mapping[str, Any], timeout_s: float = 120) -> bytes:
    request = urllib.request.Request(  # noqa: S310 - http of loopback
        address, json.dumps(fields).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=timeout_s) as response:  # noqa: S310
        return bytes(response.read())
