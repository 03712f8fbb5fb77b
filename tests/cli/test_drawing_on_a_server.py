"""`limner generate|edit|vary --server`: the command line against our own server, with an engine one can see through."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from limner.settings import Settings, Storage
from running import restore_sigint, running_server, wait_until
from tiny_engine import TinyEngine

SMALL = ("--size", "64x64")


def size_of(path):
    with Image.open(path) as image:
        return image.size


def test_a_picture_is_named_after_its_prompt(limner, server):
    ran = limner("generate", "A red fox", "--server", server.address, *SMALL)

    assert (ran.code, ran.lines, ran.err) == (0, ["a-red-fox.png"], "")
    assert size_of("a-red-fox.png") == (64, 64)


def test_a_second_run_keeps_what_the_first_has_made(limner, server):
    limner("generate", "A red fox", "--server", server.address, *SMALL)

    ran = limner("generate", "A red fox", "--server", server.address, "-n", "2", *SMALL)

    assert ran.lines == ["a-red-fox-2.png", "a-red-fox-3.png"]


def test_every_option_reaches_the_server(limner, server, engine):
    options = ("--quality", "high", "--background", "opaque", "--seed", "7", "--format", "jpg", "-n", "2")

    ran = limner(
        "generate", "A fox", "--server", server.address, "-m", "illustrator", "--set", "strength=0.5", *options, *SMALL
    )

    (request,) = engine.requests
    assert (request.quality, request.background, request.seed, request.n) == ("high", "opaque", 7, 2)
    assert (request.model, request.strength, request.output_format) == ("illustrator", 0.5, "jpeg")
    assert ran.lines == ["a-fox.jpg", "a-fox-2.jpg"]
    assert "without effect here: strength" in ran.err


def test_json_tells_the_files_the_seed_the_usage_and_the_notes(limner, tmp_path):
    with running_server(
        TinyEngine(note="No “otter” here, but 100% 狐狸."), Settings(storage=Storage(folder=tmp_path))
    ) as server:
        ran = limner("generate", "An otter", "--server", server.address, "-m", "gpt-image-1", "--seed", "5", "--json")

    (told,) = ran.objects
    assert told["files"] == ["an-otter.png"]
    assert (told["prompt"], told["seed"], told["model"]) == ("An otter", 5, "gpt-image-1")
    assert told["usage"]["total_tokens"] > 0
    assert told["note"] == 'No "otter" here, but 100% 狐狸.'
    assert ran.err == ""


def test_prompts_come_from_stdin_one_on_each_line(limner, server):
    text = "A cat\n\n# not this\nA dog\r\nEin Bär\n".encode()

    ran = limner("generate", "-", "--server", server.address, *SMALL, stdin=text)

    assert sorted(ran.lines) == ["a-cat.png", "a-dog.png", "ein-bär.png"]


def test_prompts_come_from_a_file_and_go_to_a_new_folder(limner, server):
    Path("prompts.txt").write_text("\ufeffA cat\nA cat\n", encoding="utf-8")

    ran = limner("generate", "-f", "prompts.txt", "--server", server.address, "-o", "made/", *SMALL)

    assert sorted(ran.lines) == ["made/a-cat-2.png", "made/a-cat.png"]


def test_one_bad_prompt_does_not_stop_the_others(limner, server):
    long = "word " * 8000

    ran = limner(
        "generate", "-", "--server", server.address, "--json", *SMALL, stdin=f"A cat\n{long}\nA dog\n".encode()
    )

    assert ran.code == 1
    assert [Path(name).exists() for name in ("a-cat.png", "a-dog.png")] == [True, True]
    (failed,) = [told for told in ran.objects if "error" in told]
    assert failed["error"]["param"] == "prompt"
    assert ran.err.count("\n") == 1


def test_a_wrong_size_is_told_once_for_a_whole_batch(limner, server):
    ran = limner(
        "generate", "-", "--server", server.address, "--size", "9x9", "-j", "1", stdin=b"A cat\nA dog\nA fox\n"
    )

    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "--size: Invalid size '9x9'" in ran.err


def test_an_edit_sends_its_pictures_and_its_mask(limner, server, engine):
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


def test_a_picture_goes_through_a_pipe(limner, server, tmp_path):
    Image.new("RGB", (64, 64), "teal").save("otter.png")
    (tmp_path / "storage").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "limner.cli", "edit", "Make it night", "-i", "-", "-o", "-"]

    done = subprocess.run(
        [*command, "--server", server.address], input=Path("otter.png").read_bytes(), capture_output=True, check=True
    )

    assert done.stdout.startswith(b"\x89PNG")
    assert done.stderr == b""


def test_each_picture_is_varied_on_its_own(limner, server, engine):
    for name in ("a", "b"):
        Image.new("RGB", (64, 64), "teal").save(f"{name}.png")

    ran = limner("vary", "a.png", "b.png", "--server", server.address)

    assert sorted(ran.lines) == ["a-variation.png", "b-variation.png"]
    assert {request.operation for request in engine.requests} == {"variation"}


def test_a_url_is_followed(limner, server):
    ran = limner("generate", "A fox", "--server", f"{server.address}/v1", "-m", "dall-e-3")

    assert size_of(ran.lines[0]) == (1024, 1024)


def test_a_key_that_is_missing_is_asked_for(limner, engine, tmp_path):
    settings = Settings(api_keys=("sk-one",), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        refused = limner("generate", "A fox", "--server", server.address)
        taken = limner("generate", "A fox", "--server", server.address, "--key", "sk-one")

    assert refused.code == 1
    assert "Pass the server's key with --key." in refused.err
    assert taken.code == 0


def test_a_server_that_is_not_there_is_said(limner):
    ran = limner("generate", "A fox", "--server", "http://127.0.0.1:9")

    assert ran.code == 1
    assert ran.err == "limner: Nothing answers at http://127.0.0.1:9/v1. 'limner serve' starts a server.\n"


def test_an_address_that_is_none_is_wrong_use(limner):
    assert limner("generate", "A fox", "--server", "ftp://somewhere").code == 2


def test_an_engine_that_fails_leaves_no_file(limner, tmp_path):
    with running_server(TinyEngine(fails_at_step=2), Settings(storage=Storage(folder=tmp_path))) as server:
        ran = limner("generate", "A fox", "--server", server.address)

    assert (ran.code, ran.out, ran.err) == (
        1,
        "",
        "limner: The server had an error while processing your request. Sorry about that!\n",
    )
    assert not list(Path().iterdir())


def test_a_server_that_is_busy_is_asked_again(limner, limner_server):
    limner_server.fail_next(503, times=2, retry_after_s=0)

    ran = limner("generate", "A fox", "--server", limner_server.base_url, "--key", limner_server.api_key, *SMALL)

    assert (ran.code, ran.lines) == (0, ["a-fox.png"])
    assert ran.err == "limner: busy, trying again in 0 s\n" * 2


@pytest.mark.skipif(sys.platform != "linux", reason="its opener is called otherwise elsewhere")
def test_open_shows_what_was_made(server, tmp_path):
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


def test_ctrl_c_stops_the_server_too_and_leaves_nothing_half_written(limner, tmp_path):
    with running_server(TinyEngine(seconds_per_step=1), Settings(storage=Storage(folder=tmp_path))) as server:
        popen = subprocess.Popen(
            [sys.executable, "-m", "limner.cli", "generate", "A fox", "--server", server.address],
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            preexec_fn=restore_sigint,  # noqa: PLW1509
        )
        assert wait_until(lambda: server.service.num_waiting == 1, timeout_s=20)
        popen.send_signal(signal.SIGINT)
        _, told = popen.communicate(timeout=10)

        assert wait_until(lambda: server.service.num_waiting == 0, timeout_s=2)
    assert popen.returncode == 130
    assert told == b"limner: stopped; what was finished is kept.\n"
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
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
        pytest.param(["generate", "a", "-o", "-", "-n", "2"], "Stdout takes one picture", id="several to stdout"),
        pytest.param(["generate", "a", "--set", "seed"], "NAME=VALUE", id="no value"),
        pytest.param(["generate", "a", "--set", "stream=true"], "set by the command itself", id="the command's own"),
        pytest.param(["generate", "-f", "none.txt"], "'none.txt' cannot be read", id="no file of prompts"),
        pytest.param(["edit", "a"], "Name a picture to edit", id="no picture"),
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
        pytest.param(["edit", "a", "-i", "."], "--image: '.' cannot be read", id="a folder for a picture"),
        pytest.param(["vary", "."], "IMAGE: '.' cannot be read", id="a folder to vary"),
        pytest.param(["vary", os.devnull], "IMAGE: 'null' is empty", id="an empty picture"),
        pytest.param(["edit", "a", "-i", "x.png", "--mask", "m.png"], "'x.png' cannot be read", id="no such mask"),
        pytest.param(["generate", "-f", "."], "--file: '.' cannot be read", id="a folder of prompts"),
        pytest.param(["generate", "-f", os.devnull], "--file: There is no prompt in it", id="no prompts"),
        pytest.param(
            ["generate", "a", "-o", f"{os.devnull}/"], "--output: '/dev/null/' cannot be written", id="a file as folder"
        ),
        pytest.param(["generate", "a", "-o", f"{'x' * 300}.png"], "File name too long", id="a name too long"),
        pytest.param(["generate", "a", "--set", "n=many"], "set with --number", id="a number by --set"),
        pytest.param(["generate", "a", "--config", "."], "'.' cannot be read", id="a folder for settings"),
        pytest.param(["models", "--config", "none.toml"], "no settings file 'none.toml'", id="no settings"),
        pytest.param(["generate", "a", "--server", "http://a b"], "--server: 'http://a b' is not", id="a bad address"),
        pytest.param(["models", "--server", "http://x", "--key", "kéy"], "--key: A key consists of", id="a bad key"),
        pytest.param(
            ["conformance", "http://x", "--json", "no/v.json"],
            "--json: 'no/v.json' cannot",
            id="no folder for verdicts",
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
def test_wrong_use_is_one_line_that_says_what_to_do(limner, arguments, said):
    ran = limner(*arguments, stdin=b"a\nb\n")

    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_a_file_that_exists_is_kept_unless_force_is_used(limner, server):
    Path("fox.png").write_bytes(b"mine")

    refused = limner("generate", "A fox", "-o", "fox.png", "--server", server.address, *SMALL)
    kept = Path("fox.png").read_bytes()
    forced = limner("generate", "A fox", "-o", "fox.png", "--server", server.address, "--force", *SMALL)

    assert (refused.code, kept) == (2, b"mine")
    assert "'fox.png' exists; --force overwrites it" in refused.err
    assert forced.code == 0
    assert size_of("fox.png") == (64, 64)


def test_deeply_nested_values_are_text(limner, server, engine):
    ran = limner("generate", "a", "--set", f"user={'[' * 30_000}", "--server", server.address, *SMALL)

    assert (ran.code, len(engine.requests[0].user)) == (0, 30_000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_refused_before_drawing(limner, server, engine):
    Path("made").mkdir(mode=0o500)

    ran = limner("generate", "a", "-o", "made/", "--server", server.address)

    assert (ran.code, engine.requests) == (2, [])
    assert "--output: 'made/' cannot be written: Permission denied" in ran.err


def test_a_folder_that_vanishes_is_one_line(limner, tmp_path):
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


@pytest.mark.parametrize(("command", "code", "said"), SHELLS.values(), ids=SHELLS.keys())
def test_streams_that_are_closed_or_full_are_no_traceback(limner, server, command, code, said):
    line = command.format(limner=f"{sys.executable} -m limner.cli", server=server.address)

    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)

    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == bool(said)
    assert not list(Path().glob(".limner-*"))


def cpu_s_of(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
def test_ctrl_c_in_a_large_drawing_is_quick(tmp_path, times):
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
    _, said = popen.communicate(timeout=20)

    assert time.monotonic() - began < 1.5, "0.1 s on a quiet machine"
    assert (popen.returncode, said) == (130, b"limner: stopped; what was finished is kept.\n")
    assert not list(tmp_path.glob(".limner-*"))
    for path in tmp_path.iterdir():
        with Image.open(path) as image:
            image.load()
