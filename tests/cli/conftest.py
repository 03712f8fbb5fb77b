import io
import json
import sys
from dataclasses import dataclass

import pytest

from limner.cli import main


@dataclass(frozen=True)
class CliResult:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict]:
        return [json.loads(line) for line in self.lines]


@pytest.fixture
def limner(monkeypatch, capfd, tmp_path):
    """Run the command line in this process, in an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("LIMNER_STORAGE__FOLDER", str(tmp_path / "storage"))

    def run(*arguments: str, stdin: bytes = b"") -> CliResult:
        monkeypatch.setattr(sys, "argv", ["limner", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as exit_info:
            main()
        output = capfd.readouterr()
        return CliResult(exit_info.value.code, output.out, output.err)

    return run
