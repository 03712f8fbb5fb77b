"""The same request as a program: it runs as copied, and it never holds a key."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from PIL import Image
from steps import draw, wait_for_pictures

from limner.settings import Settings, Storage
from running import running_server

PROMPTS = {
    "quotes": """It's a "fox" in 'quotes' and `ticks`""",
    "shell": "$HOME $(id) ${PATH} !! * ~ & | ; # % \\",
    "backslashes": "C:\\new\\table \\u0041 \\' \\\" ends in \\",
    "lines": "one\ntwo\n\ttabbed\nEOF\n",
    "unicode": "ein Füchslein 🦊 “so” \u2028 \u00a0 日本",
    "templates": "${process.env.HOME} {prompt} {{x}} %s </script>",
}
OPENAI_STUB = """
import fs from "node:fs";
export default class {
  constructor(options) { this.options = options; }
  images = {
    generate: async (body) => {
      fs.writeFileSync("seen.json", JSON.stringify({ ...this.options, body }));
      return { data: Array.from({ length: body.n ?? 1 }, () => ({ b64_json: "aGk=" })) };
    },
  };
}
"""


EACH_PROGRAM = """
import os, sys
for folder in sys.argv[1:]:
    os.chdir(folder)
    exec(open("program", encoding="utf-8", newline="").read(), {"__name__": "__main__"})
"""
"""In one process, because the imports of each would take seconds."""


@pytest.fixture
def key_server(engine, tmp_path):
    with running_server(engine, Settings(api_keys=("sk-secret",), storage=Storage(folder=tmp_path / "s"))) as server:
        yield server


def snippet(page, language):
    if not page.locator("#code").evaluate("details => details.open"):
        page.get_by_text("The same request in a program").click()
    page.get_by_role("button", name=language).click()
    return page.locator("#snippet").evaluate("element => element.textContent")


def run(command, folder, *, key="sk-secret"):
    env = {name: value for name, value in os.environ.items() if name != "OPENAI_API_KEY"}
    ran = subprocess.run(
        command, check=False, cwd=folder, env=env | {"OPENAI_API_KEY": key}, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    return ran


def size_of(path):
    with Image.open(path) as image:
        return image.format, image.width


@pytest.fixture
def key_page(new_page, key_server):
    page = new_page(key_server.address)
    page.get_by_label("API key").fill("sk-secret")
    page.keyboard.press("Enter")
    page.get_by_text("The key is accepted.").wait_for()
    return page


@pytest.mark.parametrize("language", ["Python", "curl"])
def test_snippets_run_as_copied_with_a_key(key_page, engine, tmp_path, language):
    page = key_page
    folders = [tmp_path / name for name in PROMPTS]
    for folder, prompt in zip(folders, PROMPTS.values(), strict=True):
        page.get_by_label("Prompt").fill(prompt)
        program = snippet(page, language)
        assert "sk-secret" not in program
        assert "OPENAI_API_KEY" in program
        folder.mkdir()
        (folder / "program").write_text(program, encoding="utf-8", newline="")
    if language == "Python":
        run([sys.executable, "-c", EACH_PROGRAM, *folders], tmp_path)
    else:
        for folder in folders:
            run(["bash", "-c", (folder / "program").read_text(encoding="utf-8")], folder)

    assert [request.prompt for request in engine.requests] == list(PROMPTS.values())
    assert [size_of(folder / "picture.png") for folder in folders] == [("PNG", 1024)] * len(PROMPTS)


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_the_node_snippet_runs_as_copied(key_page, tmp_path):
    page = key_page
    package = tmp_path / "node_modules" / "openai"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"name": "openai", "type": "module", "main": "index.js"}')
    (package / "index.js").write_text(OPENAI_STUB)
    page.locator("#n").fill("2")
    for prompt in PROMPTS.values():
        page.get_by_label("Prompt").fill(prompt)
        program = snippet(page, "Node")
        assert "sk-secret" not in program
        (tmp_path / "picture.mjs").write_text(program, encoding="utf-8")
        run(["node", "picture.mjs"], tmp_path)
        seen = json.loads((tmp_path / "seen.json").read_text())
        assert seen["body"]["prompt"] == prompt
        assert seen["apiKey"] == "sk-secret"
    assert (tmp_path / "picture-2.png").read_text() == "hi"


@pytest.mark.parametrize("language", ["Python", "curl"])
def test_snippets_save_every_picture_in_its_format(new_page, server, tmp_path, language):
    page = new_page(server.address)
    page.wait_for_function("document.querySelector('#model').value")
    page.locator("#n").fill("3")
    page.get_by_label("Format").select_option("webp")
    program = snippet(page, language)
    run([sys.executable, "-c", program] if language == "Python" else ["bash", "-c", program], tmp_path)

    assert [size_of(tmp_path / f"picture-{n}.webp") for n in (1, 2, 3)] == [("WEBP", 1024)] * 3
    assert "OPENAI_API_KEY" not in program


def test_a_strict_dall_e_snippet_runs(new_page, strict_server, tmp_path):
    page = new_page(strict_server.address)
    page.get_by_label("Model").select_option("dall-e-2")
    run([sys.executable, "-c", snippet(page, "Python")], tmp_path)

    assert (tmp_path / "picture.png").exists()


def test_a_missing_key_shows_how_to_set_one(new_page, key_server):
    page = new_page(key_server.address)
    page.get_by_text("This server asks for a key.").wait_for()

    assert "$OPENAI_API_KEY" in snippet(page, "curl")
    assert page.get_by_text("It reads your key from the environment variable").is_visible()


def test_a_seed_beyond_double_precision_stays_exact(new_page, server, engine):
    page = new_page(server.address)
    seed = 2**63 - 1
    draw(page, seed=str(seed))
    wait_for_pictures(page, 1)

    assert engine.requests[0].seed == seed
    assert f"seed {seed}" in page.locator("#gallery li").inner_text()
    assert f'"seed": {seed}' in snippet(page, "Python")


def test_copying_works_without_permission(new_page, server):
    page = new_page(server.address)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }"
    )
    snippet(page, "curl")
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()

    assert page.evaluate("getSelection().toString()").startswith("curl ")
