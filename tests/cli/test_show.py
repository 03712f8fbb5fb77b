import re

import pytest

from limner.cli.asked import Wish
from limner.cli.show import Display
from limner.cli.terminal import half_blocks, iterm2, kitty, picture_kind, strip_of
from tiny_terminal import TinyTerminal
from wire_pictures import picture

WISH = Wish(operation="generate", prompt="a fox", parameters={}, stem="a-fox")


@pytest.fixture
def plain_terminal(monkeypatch):
    for name in ("TMUX", "KITTY_WINDOW_ID", "TERM_PROGRAM", "LC_TERMINAL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    return TinyTerminal()


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        pytest.param({"TERM": "xterm-kitty"}, kitty, id="kitty"),
        pytest.param({"TERM": "xterm-ghostty"}, kitty, id="ghostty"),
        pytest.param({"TERM_PROGRAM": "iTerm.app"}, iterm2, id="iTerm2"),
        pytest.param({"TERM_PROGRAM": "WezTerm"}, iterm2, id="WezTerm"),
        pytest.param({"COLORTERM": "truecolor"}, half_blocks, id="true colour"),
        pytest.param(
            {"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1", "COLORTERM": "truecolor"}, half_blocks, id="tmux"
        ),
        pytest.param({"COLORTERM": "truecolor", "NO_COLOR": "1"}, None, id="no colour wanted"),
        pytest.param({"TERM": "xterm"}, None, id="a plain one"),
    ],
)
def test_a_terminal_is_known_by_its_environment(environment, kind):
    assert picture_kind(TinyTerminal(), environment) is kind


def test_a_pipe_shows_nothing(tmp_path):
    with (tmp_path / "log").open("w+") as pipe:
        display = Display(1, is_batch=False, preview=None, stream=pipe)
        display.done(WISH, 0, picture())
        display.fact("1024x1024")
        display.close()

        assert not display.shows_previews
        assert pipe.tell() == 0


def test_a_later_preview_takes_the_place_of_an_earlier_one(plain_terminal):
    display = Display(1, is_batch=False, preview=None, stream=plain_terminal)

    display.preview(WISH, 0, picture())
    before = plain_terminal.screen
    display.done(WISH, 0, picture(color=(0, 0, 250)))
    after = plain_terminal.screen

    assert [line for line in before if "▀" in line] == [line for line in after if "▀" in line]
    assert "━" in after[-1]
    assert "▀" in after[-2]
    assert sum("━" in line for line in after) == 1


def test_what_is_said_afterwards_stands_below_the_picture(plain_terminal):
    display = Display(1, is_batch=False, preview=None, stream=plain_terminal)

    display.done(WISH, 0, picture())
    display.note("No otter here.")
    display.close()

    *pictured, said = plain_terminal.screen
    assert all("▀" in line for line in pictured)
    assert said == "limner: No otter here."


@pytest.mark.parametrize("name", ["xterm-kitty", "iTerm.app"])
def test_a_protocols_picture_stays_where_it_was_put(plain_terminal, monkeypatch, name):
    monkeypatch.setenv("TERM" if name.startswith("xterm") else "TERM_PROGRAM", name)
    display = Display(2, is_batch=False, preview=None, stream=plain_terminal)

    display.preview(WISH, 0, picture())
    display.done(WISH, 0, picture())
    display.note("done")

    assert plain_terminal.pictures == [(0, 0), (0, 0)]
    assert plain_terminal.screen[-1] == "limner: done"
    assert len(plain_terminal.screen) > 2


def test_a_batch_shows_a_line_and_no_pictures(plain_terminal):
    display = Display(2, is_batch=True, preview=None, stream=plain_terminal)

    assert not display.shows_previews


def test_several_pictures_stand_side_by_side_within_the_window():
    strip = strip_of([picture(100, 50), picture(50, 100), picture(60, 60)], columns=80, rows=18)

    assert strip.columns <= 80
    assert 1 <= strip.rows <= 18


def test_pictures_stay_where_they_are_while_others_join_them(plain_terminal):
    display = Display(10, is_batch=False, preview=None, stream=plain_terminal)

    heights = []
    for index in range(10):
        display.done(WISH, index, picture())
        heights.append(len(plain_terminal.screen))

    assert len(set(heights)) == 1
    assert all("▀" in line for line in plain_terminal.screen[:-1])


def test_a_picture_is_shown_in_its_colours():
    strip = strip_of([picture(color=(200, 30, 30))], columns=10, rows=3)

    cells = re.findall(r"38;2;(\d+);(\d+);(\d+);48;2;(\d+);(\d+);(\d+)m▀", half_blocks(strip))

    assert set(cells) == {("200", "30", "30", "200", "30", "30")}
    assert len(cells) == strip.columns * strip.rows
