"""`limner models`, `doctor`, `conformance`, `serve --model`, and the help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from buckets import bucket_settings
from limner.cli.checks import run_checks
from limner.cli.serve import with_checkpoint
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


def test_generate_draws_without_a_server(limner):
    ran = limner("generate", "A red apple", "--size", "128x128", "--seed", "3", "--json")

    (result,) = ran.objects
    assert (ran.code, result["seed"], result["model"]) == (0, 3, "illustrator")
    with Image.open(result["files"][0]) as image:
        assert image.size == (128, 128)


def test_unknown_model_is_named(limner):
    ran = limner("generate", "A cat", "-m", "unknown")

    assert (ran.code, ran.err) == (2, "limner: --model: The model 'unknown' does not exist.\n")
