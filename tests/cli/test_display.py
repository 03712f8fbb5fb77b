import os
import re

import pytest

from limner.cli.display import Display
from limner.cli.job import CliJob
from limner.cli.terminal import ImageStrip, columns_of, half_blocks, image_protocol, iterm2, kitty, rows_of
from tiny_terminal import TinyTerminal
from wire_pictures import picture

JOB = CliJob(operation="generate", prompt="a fox", parameters={}, stem="a-fox")


@pytest.fixture
def plain_terminal(monkeypatch):
    for name in ("TMUX", "KITTY_WINDOW_ID", "TERM_PROGRAM", "LC_TERMINAL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    return TinyTerminal()


@pytest.mark.parametrize(
    ("environment", "protocol"),
    [
        pytest.param({"TERM": "xterm-kitty"}, kitty, id="kitty"),
        pytest.param({"TERM": "xterm-ghostty"}, kitty, id="ghostty"),
        pytest.param({"TERM_PROGRAM": "iTerm.app"}, iterm2, id="iTerm2"),
        pytest.param({"TERM_PROGRAM": "WezTerm"}, iterm2, id="WezTerm"),
        pytest.param({"COLORTERM": "truecolor"}, half_blocks, id="true color"),
        pytest.param(
            {"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1", "COLORTERM": "truecolor"}, half_blocks, id="tmux"
        ),
        pytest.param({"COLORTERM": "truecolor", "NO_COLOR": "1"}, None, id="NO_COLOR"),
        pytest.param({"TERM": "xterm"}, None, id="no color support"),
    ],
)
def test_image_protocol_is_detected_from_the_environment(environment, protocol):
    assert image_protocol(TinyTerminal(), environment) is protocol


def test_nothing_is_written_to_a_pipe(tmp_path):
    with (tmp_path / "log").open("w+") as pipe:
        display = Display(1, is_batch=False, preview=None, stream=pipe)
        display.finish(JOB, 0, picture())
        display.fact("1024x1024")
        display.close()

        assert not display.shows_previews
        assert pipe.tell() == 0


def test_later_preview_replaces_the_earlier_one(plain_terminal):
    display = Display(1, is_batch=False, preview=None, stream=plain_terminal)

    display.preview(JOB, 0, picture())
    before = plain_terminal.screen
    display.finish(JOB, 0, picture(color=(0, 0, 250)))
    after = plain_terminal.screen

    assert [line for line in before if "▀" in line] == [line for line in after if "▀" in line]
    assert "━" in after[-1]
    assert "▀" in after[-2]
    assert sum("━" in line for line in after) == 1


def test_notes_are_written_below_the_image(plain_terminal):
    display = Display(1, is_batch=False, preview=None, stream=plain_terminal)

    display.finish(JOB, 0, picture())
    display.note("No otter here.")
    display.close()

    *image_lines, last = plain_terminal.screen
    assert all("▀" in line for line in image_lines)
    assert last == "limner: No otter here."


@pytest.mark.parametrize("name", ["xterm-kitty", "iTerm.app"])
def test_protocol_images_are_drawn_at_one_position(plain_terminal, monkeypatch, name):
    monkeypatch.setenv("TERM" if name.startswith("xterm") else "TERM_PROGRAM", name)
    display = Display(2, is_batch=False, preview=None, stream=plain_terminal)

    display.preview(JOB, 0, picture())
    display.finish(JOB, 0, picture())
    display.note("done")

    assert plain_terminal.pictures == [(0, 0), (0, 0)]
    assert plain_terminal.screen[-1] == "limner: done"
    assert len(plain_terminal.screen) > 2


def test_batch_shows_no_previews(plain_terminal):
    display = Display(2, is_batch=True, preview=None, stream=plain_terminal)

    assert not display.shows_previews


def test_undecodable_image_is_not_shown(plain_terminal):
    display = Display(2, is_batch=False, preview=None, stream=plain_terminal)

    display.finish(JOB, 0, b"not an image")
    display.finish(JOB, 1, picture())

    assert any("▀" in line for line in plain_terminal.screen)
    assert "2/2" in plain_terminal.screen[-1]


def test_image_strip_fits_into_the_window():
    strip = ImageStrip.of([picture(100, 50), picture(50, 100), picture(60, 60)], columns=80, rows=18)

    assert strip.columns <= 80
    assert 1 <= strip.rows <= 18


def test_image_rows_stay_the_same_as_images_are_added(plain_terminal):
    display = Display(10, is_batch=False, preview=None, stream=plain_terminal)

    heights = []
    for index in range(10):
        display.finish(JOB, index, picture())
        heights.append(len(plain_terminal.screen))

    assert len(set(heights)) == 1
    assert all("▀" in line for line in plain_terminal.screen[:-1])


def test_terminal_of_unknown_size_has_a_default_size(monkeypatch):
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    controller, terminal = os.openpty()

    with os.fdopen(controller, "rb"), os.fdopen(terminal, "w") as stream:
        assert os.get_terminal_size(stream.fileno()) == (0, 0)
        assert columns_of(stream) > 0
        assert rows_of(stream) > 2


def test_half_blocks_have_the_colors_of_the_image():
    strip = ImageStrip.of([picture(color=(200, 30, 30))], columns=10, rows=3)

    cells = re.findall(r"38;2;(\d+);(\d+);(\d+);48;2;(\d+);(\d+);(\d+)m▀", half_blocks(strip))

    assert set(cells) == {("200", "30", "30", "200", "30", "30")}
    assert len(cells) == strip.columns * strip.rows
