"""The syntax of weighted prompts."""

import time

import pytest

from limner.engines.diffusers.prompt_weights import parse_weights


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("", []),
        ("a cat", [("a cat", 1)]),
        ("a (red) cat", [("a ", 1), ("red", 1.1), (" cat", 1)]),
        ("a [red] cat", [("a ", 1), ("red", 1 / 1.1), (" cat", 1)]),
        ("a (red:1.3) cat", [("a ", 1), ("red", 1.3), (" cat", 1)]),
        ("((red))", [("red", 1.21)]),
        ("(a (red:2) cat:1.5)", [("a ", 1.5), ("red", 3.0), (" cat", 1.5)]),
        ("(a [red])", [("a ", 1.1), ("red", 1.0)]),
        ("(red:.5)(blue: 0)", [("red", 0.5), ("blue", 0.0)]),
        ("(red:-1)", [("red", -1.0)]),
        ("((red:9):9)", [("red", 10.0)]),
        ("(red:1)", [("red", 1)]),
        ("(a ratio of 3:2)", [("a ratio of 3", 2.0)]),
        ("(note: red)", [("note: red", 1.1)]),
        ("[red:0.5]", [("red:0.5", 1 / 1.1)]),
        (r"a \(red\) c\\at", [("a (red) c\\at", 1)]),
        (r"a \red", [("a \\red", 1)]),
        ("a (red cat", [("a (red cat", 1)]),
        ("a red) cat]", [("a red) cat]", 1)]),
        ("(a [red) cat]", [("(a ", 1), ("red) cat", 1 / 1.1)]),
        ("(a (red)", [("(a ", 1), ("red", 1.1)]),
        ("()", []),
    ],
)
def test_prompt_is_split_by_weight(prompt, expected):
    assert [(one.text, pytest.approx(one.weight)) for one in parse_weights(prompt)] == expected


@pytest.mark.parametrize(
    "prompt", ["(" * 32_000, "(a" * 10_000 + ")" * 10_000, "[" * 16_000 + "]" * 16_000, "(" + ":1" * 15_000 + ")"]
)
def test_time_is_linear_in_the_length_of_the_prompt(prompt):
    def seconds(text):
        started = time.perf_counter()
        parse_weights(text)
        return time.perf_counter() - started

    assert min(seconds(prompt) for _ in range(3)) < 0.5


def test_weight_of_nested_brackets_is_bounded():
    assert [one.weight for one in parse_weights("(" * 100 + "red" + ")" * 100)] == [10.0]
