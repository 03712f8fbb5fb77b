"""`limner models`, `doctor`, `conformance`, `serve --model`, and the help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from buckets import bucket_settings
from limner.cli.checks import run_checks
from limner.cli.model_flags import FLAGS
from limner.cli.serve import with_checkpoint
from limner.engines.diffusers.config import EngineOptions, read_options
from limner.settings import Defaults, ModelSettings, Settings
from limner.storage.bucket import open_bucket

COMMANDS = ["generate", "edit", "vary", "serve", "models", "conformance", "doctor"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_examples(limner, command):
    ran = limner(command, "--help")

    assert ran.code == 0
    assert "Examples" in ran.out
    assert f"limner {command}" in ran.out.split("Examples")[1]


def test_no_arguments_show_help(limner):
    ran = limner()

    assert ran.code == 0
    assert all(command in ran.out for command in [*COMMANDS, "keys", "db"])


@pytest.mark.parametrize("command", [["generate"], ["keys", "create"], ["db", "upgrade"]])
def test_help_imports_no_heavy_modules(command):
    code = (
        f"import sys; from limner.cli import main; sys.argv = ['limner', *{command!r}, '--help']\n"
        "try: main()\n"
        "except SystemExit: print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    heavy = {"numpy", "PIL", "skia", "cv2", "starlette", "uvicorn", "msgspec", "tiktoken", "asyncio", "torch"}
    heavy |= {"sqlalchemy", "alembic"}
    assert not heavy & set(done.stderr.split())


def test_shell_completion_offers_values(limner, monkeypatch):
    monkeypatch.setenv("_LIMNER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "limner generate --quality h")
    monkeypatch.setenv("COMP_CWORD", "3")

    assert limner("generate").out.split() == ["high"]


def test_models_lists_family_and_engine(limner):
    Path("limner.toml").write_text(
        '[models."mine"]\nfamily = "gpt-image-1"\nengine = "diffusers"\ncheckpoint = "x/y"\n'
    )

    ran = limner("models", "--config", "limner.toml")

    head, *rows = [line.split() for line in ran.lines]
    assert head == ["MODEL", "FAMILY", "ENGINE", "OPTIONS"]
    assert ["illustrator", "native", "illustrator"] in rows
    assert ["mine", "gpt-image-1", "diffusers", "checkpoint=x/y"] in rows


def test_models_lists_the_routes_of_a_model(limner):
    routes = '[{name = "gpu", engine = "diffusers", checkpoint = "x/y"}, {engine = "illustrator"}]'
    Path("limner.toml").write_text(f"[models.mine]\nroutes = {routes}\n")

    ran = limner("models", "--config", "limner.toml", "--json")

    row = next(row for row in json.loads(ran.out) if row["model"] == "mine")
    assert row["engine"] == "gpu (diffusers), illustrator (illustrator)"


def test_models_hides_the_secrets_of_engines(limner):
    Path("limner.toml").write_text(
        '[models.mine]\nengine = "openai"\nbase_url = "http://127.0.0.1:1/v1"\napi_key = "sk-secret"\n'
        '[[models.routed.routes]]\nengine = "sdapi"\nbase_url = "http://127.0.0.1:2"\nauth = "ann:sk-secret"\n'
    )

    ran = limner("models", "--config", "limner.toml")

    assert "sk-secret" not in ran.out
    assert "base_url=http://127.0.0.1:1/v1, api_key=***" in ran.out


def test_doctor_tries_the_engines_of_routes(tmp_path, monkeypatch):
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path))
    path = tmp_path / "limner.toml"
    path.write_text('[[models.mine.routes]]\nengine = "nothing"\n')

    finding = next(one for one in run_checks(path) if one.name == "engine nothing")

    assert (finding.status, finding.detail.split(".")[0]) == ("missing", "Unknown engine 'nothing'")


def test_models_lists_models_of_a_server(limner, server):
    ran = limner("models", "--server", server.address, "--json")

    assert {"model": "illustrator"} in json.loads(ran.out)


def test_conformance_checks_a_server(limner, server):
    ran = limner("conformance", f"{server.address}/v1", "--group", "usage", "--json", "verdicts.json")

    assert ran.code in (0, 1), "the test engine need not pass all checks"
    assert "checks of" in ran.out
    assert json.loads(Path("verdicts.json").read_text())


def test_conformance_without_a_server_exits_with_2(limner):
    assert limner("conformance", "http://127.0.0.1:9/v1").code == 2


def test_doctor_reports_a_healthy_installation(limner):
    ran = limner("doctor", "--json")

    report = json.loads(ran.out)
    assert (ran.code, report["healthy"]) == (0, True)
    assert "ray" not in {finding["name"] for finding in report["findings"]}, "the settings do not name it"
    ok = {finding["name"] for finding in report["findings"] if finding["status"] == "ok"}
    assert ok >= {"limner", "storage", "drawing library", "art", "illustrator"}


def test_doctor_names_a_remedy_for_a_bad_storage_folder(limner, monkeypatch, tmp_path):
    (tmp_path / "a file").touch()
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path / "a file"))

    ran = limner("doctor")

    assert ran.code == 1
    assert "✗ storage" in ran.out
    assert "LIMNER_STORAGE__FOLDER=/path" in ran.out


def check_storage(tmp_path, s3):
    """The findings of the doctor about a bucket."""
    values = {
        name: getattr(s3, name) for name in ("bucket", "prefix", "endpoint", "access_key_id", "secret_access_key")
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    config = tmp_path / "limner.toml"
    config.write_text("\n".join(['[storage]\nbackend = "s3"\n[storage.s3]', *lines]))
    return next(finding for finding in run_checks(config) if finding.name == "storage")


def test_doctor_uses_the_bucket(tmp_path, s3_endpoint):
    s3 = bucket_settings(s3_endpoint)

    found = check_storage(tmp_path, s3)

    assert found.status == "ok"
    assert found.detail.startswith("s3: written, read and deleted an object")
    assert [entry.key for entry in open_bucket(s3).list("")] == ["secret"]


def test_doctor_reports_a_missing_bucket(tmp_path, s3_endpoint):
    found = check_storage(tmp_path, bucket_settings(s3_endpoint, bucket="nowhere"))

    assert found.status == "missing"
    assert "Its bucket does not exist." in found.detail


def test_doctor_reports_wrong_storage_settings(tmp_path):
    found = check_storage(tmp_path, bucket_settings("ftp://host"))

    assert found.status == "missing"
    assert "storage.s3.endpoint" in found.detail


def test_doctor_names_an_unknown_setting(tmp_path):
    (tmp_path / "limner.toml").write_text("prot = 80\n")

    found = next(finding for finding in run_checks(tmp_path / "limner.toml") if finding.name == "settings")

    assert found.status == "missing"
    assert "Unknown setting 'prot'" in found.detail


def test_checkpoint_serves_all_names_not_mapped_by_settings():
    mine = ModelSettings(family="dall-e-3", engine="illustrator")

    settings = with_checkpoint(Settings(models={"dall-e-3": mine}), "someone/flux")

    assert settings.models["*"] == ModelSettings(engine="diffusers", options={"checkpoint": "someone/flux"})
    assert settings.models["someone/flux"] == settings.models["*"]
    assert settings.models["gpt-image-1"].family == "gpt-image-1"
    assert settings.models["gpt-image-1"].options == {"checkpoint": "someone/flux"}
    assert settings.models["dall-e-3"] == mine
    assert "illustrator" not in settings.models
    assert settings.defaults.generation == "someone/flux"


def test_checkpoint_folder_gives_the_model_its_name(tmp_path):
    (tmp_path / "flux").mkdir()

    settings = with_checkpoint(Settings(defaults=Defaults(edit="dall-e-2")), str(tmp_path / "flux"))

    assert settings.models["flux"].options == {"checkpoint": str(tmp_path / "flux")}
    assert settings.defaults.edit == "dall-e-2", "the value in the settings"


def test_single_file_gives_the_model_its_name(tmp_path):
    (tmp_path / "fox.v2.safetensors").touch()

    settings = with_checkpoint(Settings(), str(tmp_path / "fox.v2.safetensors"))

    assert settings.models["fox.v2"].options == {"checkpoint": str(tmp_path / "fox.v2.safetensors")}
    assert settings.defaults.generation == "fox.v2"


def test_checkpoint_serves_only_the_names_that_it_is_given():
    settings = with_checkpoint(Settings(), "someone/flux", ["gpt-image-1", "shop"], {"steps": 4})

    expected = {"checkpoint": "someone/flux", "steps": 4}
    assert {name: (model.family, model.options) for name, model in settings.models.items()} == {
        "gpt-image-1": ("gpt-image-1", expected),
        "shop": ("native", expected),
        "someone/flux": ("native", expected),
    }
    assert settings.defaults.edit == "gpt-image-1"


def test_every_option_of_a_model_has_a_flag():
    options = {flag.option or name for name, flag in FLAGS.items()}

    assert options == set(EngineOptions.__struct_fields__) - {"checkpoint"}


@pytest.fixture
def served(limner, monkeypatch):
    """The settings with which `limner serve` starts a server, given flags."""
    started = []
    monkeypatch.setattr("limner.server.serve", lambda settings, **_: started.append(settings))

    def serve(*flags):
        ran = limner("serve", *flags)
        assert ran.code == 0, ran.err
        return started[-1]

    return serve


@pytest.mark.parametrize(
    ("flags", "options"),
    [
        ("--steps 30 --guidance 3.5", {"steps": 30, "guidance": 3.5}),
        ("--steps low=8 --steps high=28", {"steps": {"low": 8, "high": 28}}),
        ("--dtype float16 --variant fp16 --offload group", {"dtype": "float16", "variant": "fp16", "offload": "group"}),
        (
            "--argument clip_skip=2 --argument system_prompt=draw",
            {"arguments": {"clip_skip": 2, "system_prompt": "draw"}},
        ),
        ("--device cuda:0", {"device": "cuda:0"}),
        ("--device cuda:0 --device cuda:1", {"device": ["cuda:0", "cuda:1"]}),
        ("--compile", {"compile": True}),
        ("--compile --compile-option mode=max-autotune", {"compile": {"mode": "max-autotune"}}),
        ("--safety-checker false", {"safety_checker": False}),
        ("--safety-checker someone/checker", {"safety_checker": "someone/checker"}),
        ("--quantization quant_kwargs={load_in_4bit=true}", {"quantization": {"quant_kwargs": {"load_in_4bit": True}}}),
        ("--quantize nf4 --no-preload", {"quantization": "nf4", "preload": False}),
        ("--lora ink=someone/ink --warmup 512x512", {"lora": {"ink": "someone/ink"}, "warmup": "512x512"}),
        ("--lora t={weights='a/b',use='fused'}", {"lora": {"t": {"weights": "a/b", "use": "fused"}}}),
        ("--vae someone/vae --native-size 512x512", {"vae": "someone/vae", "native_size": "512x512"}),
        ("--scheduler UniPCMultistepScheduler", {"scheduler": "UniPCMultistepScheduler"}),
        (
            "--scheduler type=UniPCMultistepScheduler --scheduler use_karras_sigmas=true",
            {"scheduler": {"type": "UniPCMultistepScheduler", "use_karras_sigmas": True}},
        ),
        ("--placement text_encoder=cpu", {"placement": {"text_encoder": "cpu"}}),
        ("--step-cache first_block", {"step_cache": "first_block"}),
        (
            "--step-cache-option threshold=0.1 --step-cache first_block",
            {"step_cache": {"method": "first_block", "threshold": 0.1}},
        ),
        (
            "--step-cache-option method=first_block --step-cache-option threshold=0.1",
            {"step_cache": {"method": "first_block", "threshold": 0.1}},
        ),
        ("--keep-alive 900 --max-batch-size 4 --priority -1", {"keep_alive": 900, "max_batch_size": 4, "priority": -1}),
    ],
)
def test_flags_set_the_options_of_the_model(served, flags, options):
    model = served("--model", "someone/flux", "--as", "gpt-image-1", *flags.split()).models["gpt-image-1"]

    assert model.options == {"checkpoint": "someone/flux", "preload": True, **options}
    read_options(model.options)


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ("--steps 3", "--steps: It needs --model."),
        ("--max-batch-size 3", "--max-batch-size: It needs --model."),
        ("--as gpt-image-1", "--as: It needs --model."),
        ("--model x --argument clip_skip", "--argument: Expected NAME=VALUE, not 'clip_skip'."),
        ("--model x --steps 3 --steps high=4", "--steps: Expected NAME=VALUE, not '3'."),
        ("--model x --quantize nf4 --quantization quant_backend=gguf", "--quantization: It sets the same option as"),
        ("--model x --deterministic --deterministic-rows 4", "--deterministic-rows: It sets the same option as"),
        ("--model x --no-compile --compile-option mode=default", "--compile-option: It sets the same option as --comp"),
        ("--model x --step-cache mag --step-cache-option method=taylorseer", "--step-cache-option: It sets the same"),
        ("--model x --max-running many", "'--max-running': Input should be a valid integer"),
    ],
)
def test_wrong_flags_of_a_model_are_named(limner, flags, message):
    ran = limner("serve", *flags.split())

    assert ran.code == 2
    assert message in ran.err


def test_generate_draws_without_a_server(limner):
    ran = limner("generate", "A red apple", "--size", "128x128", "--seed", "3", "--json")

    (result,) = ran.objects
    assert (ran.code, result["seed"], result["model"]) == (0, 3, "illustrator")
    with Image.open(result["files"][0]) as image:
        assert image.size == (128, 128)


def test_unknown_model_is_named(limner):
    ran = limner("generate", "A cat", "-m", "unknown")

    assert (ran.code, ran.err) == (2, "limner: --model: The model 'unknown' does not exist.\n")
