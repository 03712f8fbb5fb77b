"""Type checkers know the library: its clients, parameters, responses and errors."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import limner
from limner.families.native import NATIVE
from limner.library.parameters import EditParameters, GenerateParameters, VariationParameters

SOURCE = Path(limner.__file__).parents[1]
HEAD = """
import asyncio

from limner import APIError, AsyncLimner, BadRequestError, ImagesResponse, Limner, RateLimitError

client = Limner()
twin = AsyncLimner()
"""
CORRECT = """
answer: ImagesResponse = client.images.generate(prompt="a cat", size="1024x1024", quality="high", n=2, seed=7)
odd_size: ImagesResponse = client.images.generate(prompt="a cat", size="640x384", stream=None)
edited: ImagesResponse = client.images.edit(image=[answer.data[0]], mask=b"", prompt="a hat", input_fidelity="high")
varied: ImagesResponse = client.images.create_variation(image="cat.png", n=2)
kinds: list[str] = [event.type for event in client.images.generate(prompt="a cat", stream=True, partial_images=2)]


async def main() -> None:
    answer: ImagesResponse = await twin.images.generate(prompt="a cat")
    async for event in await twin.images.edit(image=b"", prompt="a hat", stream=True):
        event.save("cat.png")
    try:
        await twin.images.create_variation(image=answer.data[0])
    except (BadRequestError, RateLimitError) as error:
        status: int = error.status_code
    except APIError as error:
        message: str = error.message


asyncio.run(main())
"""
WRONG = {
    "misspelt parameter": 'client.images.generate(prompt="a cat", qualty="high")',
    "misspelt parameter, asynchronous": 'asyncio.run(twin.images.generate(prompt="a cat", qualty="high"))',
    "unknown value": 'client.images.generate(prompt="a cat", quality="best")',
    "missing prompt": 'client.images.generate(size="1024x1024")',
    "missing image": 'client.images.edit(prompt="a hat")',
    "wrong type": 'client.images.create_variation(image="cat.png", n="two")',
    "misspelt attribute": 'client.images.generate(prompt="a cat").date',
    "stream taken for a response": 'client.images.generate(prompt="a cat", stream=True).data',
    "misspelt name": "from limner import Limmer",
}
ENGINE_LIBRARIES = """
[mypy]
[mypy-diffusers.*,ray.*,torch.*,transformers.*]
follow_imports = skip
"""
"""None of their types is in the library's interface, and analysing them takes most of the time."""
CHECKERS = {
    "mypy": ("mypy", "--strict", "--no-incremental", "--follow-imports=silent", "--no-error-summary"),
    "pyright": ("pyright", "--level", "error"),
}


def lines_with_errors(checker: str, code: str, folder: Path) -> set[int]:
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed")
    program = folder / "program.py"
    program.write_text(code, encoding="utf-8")
    (folder / "mypy.ini").write_text(ENGINE_LIBRARIES, encoding="utf-8")
    if checker == "pyright":
        (folder / "pyrightconfig.json").write_text(f'{{"extraPaths": ["{SOURCE}"]}}', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *CHECKERS[checker], program.name],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stderr == ""
    errors = [line for line in done.stdout.splitlines() if "error" in line and "program.py:" in line]
    return {int(line.split("program.py:")[1].split(":")[0]) for line in errors}


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_accept_correct_calls_and_reject_mistakes(checker, tmp_path):
    correct = HEAD + CORRECT
    first = correct.count("\n") + 1

    found = lines_with_errors(checker, correct + "\n".join(WRONG.values()) + "\n", tmp_path)

    expected = dict(enumerate(WRONG, first))
    assert {line for line in found if line < first} == set()
    assert [name for line, name in expected.items() if line not in found] == []


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [("generate", GenerateParameters), ("edit", EditParameters), ("variation", VariationParameters)],
)
def test_typed_parameters_are_those_of_the_api(operation, parameters):
    table = NATIVE.lenient.params[operation]
    served = {name for name, param in table.items() if not param.refused and param.only != "json"}

    of_servers = {"limner_keep"}  # in a process there is no connection to close
    assert set(parameters.__annotations__) | {"stream"} | of_servers == served | {"model"}
