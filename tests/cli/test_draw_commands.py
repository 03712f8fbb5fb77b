"""`limner generate|edit|vary`, mostly with `--server` against our own server, which runs a minimal engine."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from cpu_time import cpu_s_of
from limner.settings import Settings, Storage
from running import restore_sigint, running_server, wait_until
from tiny_engine import TinyEngine

SMALL = ("--size", "64x64")


def size_of(path):
    with Image.open(path) as image:
        return image.size


def test_file_is_named_after_the_prompt(limner, server):
    ran = limner("generate", "A red fox", "--server", server.address, *SMALL)

    assert (ran.code, ran.lines, ran.err) == (0, ["a-red-fox.png"], "")
    assert size_of("a-red-fox.png") == (64, 64)


def test_second_run_keeps_files_of_the_first(limner, server):
    limner("generate", "A red fox", "--server", server.address, *SMALL)

    ran = limner("generate", "A red fox", "--server", server.address, "-n", "2", *SMALL)

    assert ran.lines == ["a-red-fox-2.png", "a-red-fox-3.png"]


def test_all_options_reach_the_server(limner, server, engine):
    options = ("--quality", "high", "--background", "opaque", "--seed", "7", "--format", "jpg", "-n", "2")

    ran = limner(
        "generate", "A fox", "--server", server.address, "-m", "illustrator", "--set", "strength=0.5", *options, *SMALL
    )

    (request,) = engine.requests
    assert (request.quality, request.background, request.seed, request.n) == ("high", "opaque", 7, 2)
    assert (request.model, request.strength, request.output_format) == ("illustrator", 0.5, "jpeg")
    assert ran.lines == ["a-fox.jpg", "a-fox-2.jpg"]
    assert "without effect here: strength" in ran.err


def test_json_contains_files_seed_usage_and_notes(limner, tmp_path):
    with running_server(
        TinyEngine(note="No “otter” here, but 100% 狐狸."), Settings(storage=Storage(folder=tmp_path))
    ) as server:
        ran = limner("generate", "An otter", "--server", server.address, "-m", "gpt-image-1", "--seed", "5", "--json")

    (result,) = ran.objects
    assert result["files"] == ["an-otter.png"]
    assert (result["prompt"], result["seed"], result["model"]) == ("An otter", 5, "gpt-image-1")
    assert result["usage"]["total_tokens"] > 0
    assert result["note"] == 'No "otter" here, but 100% 狐狸.'
    assert ran.err == ""


def test_prompts_are_read_from_stdin(limner, server):
    text = "A cat\n\n# not this\nA dog\r\nEin Bär\n".encode()

    ran = limner("generate", "-", "--server", server.address, *SMALL, stdin=text)

    assert sorted(ran.lines) == ["a-cat.png", "a-dog.png", "ein-bär.png"]


def test_prompts_from_a_file_fill_a_new_folder(limner, server):
    Path("prompts.txt").write_text("\ufeffA cat\nA cat\n", encoding="utf-8")

    ran = limner("generate", "-f", "prompts.txt", "--server", server.address, "-o", "made/", *SMALL)

    assert sorted(ran.lines) == ["made/a-cat-2.png", "made/a-cat.png"]


def test_failed_prompt_does_not_stop_the_batch(limner, server):
    long = "word " * 8000

    ran = limner(
        "generate", "-", "--server", server.address, "--json", *SMALL, stdin=f"A cat\n{long}\nA dog\n".encode()
    )

    assert ran.code == 1
    assert [Path(name).exists() for name in ("a-cat.png", "a-dog.png")] == [True, True]
    (failed,) = [result for result in ran.objects if "error" in result]
    assert failed["error"]["param"] == "prompt"
    assert ran.err.count("\n") == 1


def test_invalid_size_is_reported_once_per_batch(limner, server):
    ran = limner(
        "generate", "-", "--server", server.address, "--size", "9x9", "-j", "1", stdin=b"A cat\nA dog\nA fox\n"
    )

    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "--size: Invalid size '9x9'" in ran.err


def test_edit_sends_images_and_mask(limner, server, engine):
    for name in ("otter", "hat"):
        Image.new("RGB", (64, 64), "teal").save(f"{name}.png")
    Image.new("RGBA", (64, 64)).save("mask.png")

    ran = limner(
        "edit", "Add a hat", "-i", "otter.png", "-i", "hat.png", "--mask", "mask.png", "--server", server.address
    )

    assert ran.lines == ["add-a-hat.png"]
    (request,) = engine.requests
    assert (request.operation, len(request.images), request.prompt) == ("edit", 2, "Add a hat")
    assert request.mask is not None


def test_edit_reads_stdin_and_writes_stdout(limner, server, tmp_path):
    Image.new("RGB", (64, 64), "teal").save("otter.png")
    (tmp_path / "storage").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "limner.cli", "edit", "Make it night", "-i", "-", "-o", "-"]

    done = subprocess.run(
        [*command, "--server", server.address], input=Path("otter.png").read_bytes(), capture_output=True, check=True
    )

    assert done.stdout.startswith(b"\x89PNG")
    assert done.stderr == b""


def test_vary_sends_one_request_per_image(limner, server, engine):
    for name in ("a", "b"):
        Image.new("RGB", (64, 64), "teal").save(f"{name}.png")

    ran = limner("vary", "a.png", "b.png", "--server", server.address)

    assert sorted(ran.lines) == ["a-variation.png", "b-variation.png"]
    assert {request.operation for request in engine.requests} == {"variation"}


def test_image_returned_as_url_is_downloaded(limner, server):
    ran = limner("generate", "A fox", "--server", f"{server.address}/v1", "-m", "dall-e-3")

    assert size_of(ran.lines[0]) == (1024, 1024)


def test_missing_key_error_names_the_flag(limner, engine, tmp_path):
    settings = Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        refused = limner("generate", "A fox", "--server", server.address)
        accepted = limner("generate", "A fox", "--server", server.address, "--key", "sk-one")

    assert refused.code == 1
    assert "Pass the server's key with --key." in refused.err
    assert accepted.code == 0


def test_unreachable_server_is_reported(limner):
    ran = limner("generate", "A fox", "--server", "http://127.0.0.1:9")

    assert ran.code == 1
    assert ran.err == "limner: Nothing answers at http://127.0.0.1:9/v1. 'limner serve' starts a server.\n"


def test_invalid_address_is_wrong_use(limner):
    assert limner("generate", "A fox", "--server", "ftp://somewhere").code == 2


def test_failed_engine_leaves_no_file(limner, tmp_path):
    with running_server(TinyEngine(fails_at_step=2), Settings(storage=Storage(folder=tmp_path))) as server:
        ran = limner("generate", "A fox", "--server", server.address)

    assert (ran.code, ran.out, ran.err) == (
        1,
        "",
        "limner: The server had an error while processing your request. Sorry about that!\n",
    )
    assert not list(Path().iterdir())


def test_busy_server_is_retried(limner, limner_server):
    limner_server.fail_next(503, times=2, retry_after_s=0)

    ran = limner("generate", "A fox", "--server", limner_server.base_url, "--key", limner_server.api_key, *SMALL)

    assert (ran.code, ran.lines) == (0, ["a-fox.png"])
    assert ran.err == "limner: busy, trying again in 0 s\n" * 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems use another opener")
def test_open_launches_the_finished_files(server, tmp_path):
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/opened\n')
    opener.chmod(0o755)
    command = [sys.executable, "-m", "limner.cli", "generate", "A fox", "-n", "2", "--open"]

    subprocess.run(
        [*command, "--server", server.address],
        env=os.environ | {"PATH": f"{opener.parent}:{os.environ['PATH']}"},
        cwd=tmp_path,
        check=True,
    )

    assert wait_until(lambda: (tmp_path / "opened").exists() and len((tmp_path / "opened").read_text().split()) == 2)
    assert sorted((tmp_path / "opened").read_text().split()) == ["a-fox-2.png", "a-fox.png"]


def test_ctrl_c_stops_the_server_and_leaves_no_file(limner, tmp_path):
    with running_server(TinyEngine(seconds_per_step=1), Settings(storage=Storage(folder=tmp_path))) as server:
        popen = subprocess.Popen(
            [sys.executable, "-m", "limner.cli", "generate", "A fox", "--server", server.address],
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            preexec_fn=restore_sigint,  # noqa: PLW1509
        )
        assert wait_until(lambda: server.service.num_waiting == 1, timeout_s=20)
        began = time.monotonic()
        popen.send_signal(signal.SIGINT)
        _, stderr = popen.communicate(timeout=10)
        assert time.monotonic() - began < 1.5, "0.1 s on a quiet machine"

        assert wait_until(lambda: server.service.num_waiting == 0, timeout_s=2)
    assert popen.returncode == 130
    assert stderr == b"limner: stopped; what was finished is kept.\n"
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["generate"], "Give either a prompt or a --file", id="no prompt"),
        pytest.param(["generate", "a", "red", "fox"], "write the prompt in quotes", id="no quotes"),
        pytest.param(["generate", "a", "-n", "11"], "--number", id="too many"),
        pytest.param(["generate", "a", "-o", "a.gif"], "must end in one of", id="an unknown kind of file"),
        pytest.param(["generate", "a", "-o", "no/a.png"], "There is no folder 'no'", id="no folder"),
        pytest.param(
            ["generate", "a", "-o", "a.png", "--format", "webp"], "does not name a webp file", id="two formats"
        ),
        pytest.param(["generate", "-", "-o", "a.png"], "Several prompts need a folder", id="several into one file"),
        pytest.param(["generate", "a", "-o", "-", "-n", "2"], "Only one image can be written", id="several to stdout"),
        pytest.param(["generate", "a", "--set", "seed"], "NAME=VALUE", id="no value"),
        pytest.param(["generate", "a", "--set", "stream=true"], "set by the command itself", id="the command's own"),
        pytest.param(["generate", "-f", "none.txt"], "'none.txt' cannot be read", id="no file of prompts"),
        pytest.param(["edit", "a"], "Name an image to edit", id="no picture"),
        pytest.param(["edit", "a", "-i", "none.png"], "'none.png' cannot be read", id="a picture that is not there"),
        pytest.param(["nonsense"], "No such command 'nonsense'", id="an unknown command"),
        pytest.param(["generat"], "Did you mean 'generate'? See 'limner --help'.", id="a misspelled command"),
        pytest.param(["generate", "a", "--szie", "1"], "--size). See 'limner generate", id="a misspelled option"),
        pytest.param(["generate", ""], "PROMPT: The prompt is empty. See", id="an empty prompt"),
        pytest.param(["edit", " \t", "-i", "a.png"], "PROMPT: The prompt is empty. See", id="an edit of spaces"),
        pytest.param(
            ["generate", "caf\udce9"], "argument 2: 'caf\\udce9' is not UTF-8", id="a prompt that is not UTF-8"
        ),
        pytest.param(["vary", "\udcff.png"], "argument 2: '\\udcff.png' is not UTF-8", id="a file that is not UTF-8"),
        pytest.param(["edit", "a", "-i", "."], "--image: '.' cannot be read", id="a folder as an image"),
        pytest.param(["vary", "."], "IMAGE: '.' cannot be read", id="a folder to vary"),
        pytest.param(["vary", os.devnull], "IMAGE: 'null' is empty", id="an empty picture"),
        pytest.param(["edit", "a", "-i", "x.png", "--mask", "m.png"], "'x.png' cannot be read", id="no such mask"),
        pytest.param(["generate", "-f", "."], "--file: '.' cannot be read", id="a folder of prompts"),
        pytest.param(["generate", "-f", os.devnull], "--file: There is no prompt in it", id="no prompts"),
        pytest.param(
            ["generate", "a", "-o", f"{os.devnull}/"], "--output: '/dev/null/' cannot be written", id="a file as folder"
        ),
        pytest.param(["generate", "a", "-o", f"{'x' * 300}.png"], "File name too long", id="a name too long"),
        pytest.param(["generate", "a", "--set", "n=many"], "number of pictures with --number", id="a number by --set"),
        pytest.param(["generate", "a", "--config", "."], "'.' cannot be read", id="a folder as settings"),
        pytest.param(["models", "--config", "none.toml"], "no settings file 'none.toml'", id="no settings"),
        pytest.param(["generate", "a", "--server", "http://a b"], "--server: 'http://a b' is not", id="a bad address"),
        pytest.param(["models", "--server", "http://x", "--key", "kéy"], "--key: A key consists of", id="a bad key"),
        pytest.param(
            ["conformance", "http://x", "--json", "no/v.json"],
            "--json: 'no/v.json' cannot",
            id="no folder for results",
        ),
        pytest.param(["conformance", "nowhere"], "URL: 'nowhere' is no", id="no URL"),
        pytest.param(["serve", "--port", "70000"], "'--port': Input should be less", id="no port"),
        pytest.param(
            ["serve", "--no-auth", "--host", "198.51.100.7"], "does not have the address", id="a foreign address"
        ),
        pytest.param(
            ["serve", "--no-auth", "--host", "no.invalid"], "The host 'no.invalid' is not known", id="no host"
        ),
    ],
)
def test_wrong_use_is_reported_in_one_line(limner, arguments, message):
    ran = limner(*arguments, stdin=b"a\nb\n")

    assert ran.code == 2
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_existing_file_is_kept_without_force(limner, server):
    Path("fox.png").write_bytes(b"mine")

    refused = limner("generate", "A fox", "-o", "fox.png", "--server", server.address, *SMALL)
    kept = Path("fox.png").read_bytes()
    forced = limner("generate", "A fox", "-o", "fox.png", "--server", server.address, "--force", *SMALL)

    assert (refused.code, kept) == (2, b"mine")
    assert "'fox.png' exists; --force overwrites it" in refused.err
    assert forced.code == 0
    assert size_of("fox.png") == (64, 64)


def test_deeply_nested_value_is_sent_as_text(limner, server, engine):
    ran = limner("generate", "a", "--set", f"user={'[' * 30_000}", "--server", server.address, *SMALL)

    assert (ran.code, len(engine.requests[0].user)) == (0, 30_000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write everywhere")
def test_read_only_folder_is_rejected_before_drawing(limner, server, engine):
    Path("made").mkdir(mode=0o500)

    ran = limner("generate", "a", "-o", "made/", "--server", server.address)

    assert (ran.code, engine.requests) == (2, [])
    assert "--output: 'made/' cannot be written: Permission denied" in ran.err


def test_deleted_folder_is_reported_in_one_line(limner, tmp_path):
    Path("made").mkdir()

    class VanishingEngine(TinyEngine):
        async def generate(self, request):
            Path("made").rmdir()  # noqa: ASYNC240
            async for event in super().generate(request):
                yield event

    with running_server(VanishingEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        ran = limner("generate", "a", "-o", "made/", "--server", server.address, *SMALL)

    assert ran.code == 1
    assert ran.err.startswith("limner: The picture cannot be written.")
    assert ran.err.count("\n") == 1


SHELLS = {
    "stdout has no reader": ("{limner} generate a -n 3 --server {server} | true; exit ${{PIPESTATUS[0]}}", 1, ""),
    "a picture has no reader": ("{limner} generate a -o - --server {server} | true; exit ${{PIPESTATUS[0]}}", 1, ""),
    "stdout is full": ("{limner} generate a --server {server} > /dev/full", 1, "No space left on device"),
    "the help does not fit": ("{limner} --help > /dev/full", 1, "No space left on device"),
    "stdout is closed": ("{limner} generate a --server {server} >&-", 0, ""),
    "stdout is closed to a picture": ("{limner} generate a -o - --server {server} >&-", 2, "Stdout is closed"),
    "stdin is closed": ("{limner} generate - <&-", 2, "There is no prompt in it"),
    "stdin is closed to a picture": ("{limner} edit a -i - <&-", 2, "'stdin' is empty"),
    "stderr is closed": ("{limner} generate '' 2>&-", 2, ""),
    "all are closed": ("{limner} generate a --server {server} <&- >&- 2>&-", 0, ""),
}


@pytest.mark.parametrize(("command", "code", "message"), SHELLS.values(), ids=SHELLS.keys())
def test_closed_or_full_streams_cause_no_traceback(limner, server, command, code, message):
    line = command.format(limner=f"{sys.executable} -m limner.cli", server=server.address)

    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)

    assert done.returncode == code
    assert message in done.stderr
    assert done.stderr.count("\n") == bool(message)
    assert not list(Path().glob(".limner-*"))


@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
def test_ctrl_c_stops_a_large_drawing_quickly(tmp_path, times):
    popen = subprocess.Popen(
        [sys.executable, "-m", "limner.cli", "generate", "a castle, oil painting", "--size", "3840x2160", "-n", "10"],
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=restore_sigint,  # noqa: PLW1509
    )
    tasks = Path(f"/proc/{popen.pid}/task")

    def is_drawing():
        pids = [pid for path in tasks.glob("*/children") for pid in path.read_text().split()]
        return any(cpu_s_of(pid) > 2 for pid in pids)  # more than a worker's imports take

    assert wait_until(is_drawing, timeout_s=60)
    began = time.monotonic()
    for _ in range(times):
        popen.send_signal(signal.SIGINT)
    _, stderr = popen.communicate(timeout=20)

    assert time.monotonic() - began < 1.5, "0.1 s on a quiet machine"
    assert (popen.returncode, stderr) == (130, b"limner: stopped; what was finished is kept.\n")
    assert not list(tmp_path.glob(".limner-*"))
    for path in tmp_path.iterdir():
        with Image.open(path) as image:
            image.load()
