"""Quotation marks, JSON, fences and lead-ins around prompts are removed; quoted lettering stays quoted."""

import pytest

from cpu_time import least_cpu_s
from limner_illustrator.canvas.size import Size
from limner_illustrator.drawing import draw_stages
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.language.wrappers import unwrap

OWL = "a grey owl on a barrel"


@pytest.mark.parametrize(
    "wrapping",
    [
        '"{}"', "'{}'", "`{}`", "``{}``", "“{}”", "‘{}’", "„{}“", "«{}»", "»{}«", "‹{}›", "「{}」", "『{}』", "《{}》",
        "＂{}＂", '"{}".', " “{}” \n", "```{}```", "```\n{}\n```", "```text\n{}\n```", "~~~\n{}\n~~~",
        '{{"prompt": "{}"}}', '["{}"]', '[["{}"]]', "{{'prompt': '{}'}}",
        '```json\n{{"prompt": "{}", "n": 1, "size": "512x512"}}\n```',
        '{{"input": {{"prompt": "{}"}}}}', '[{{"role": "user", "content": "{}"}}]', "Prompt: {}", "**Prompt:** {}",
        "PROMPT = '{}'", "Image prompt: {}", "/imagine prompt: {}", "# Prompt:\n{}", 'Generate an image of "{}"',
        "Please create a picture of: «{}»", "Can you draw “{}”", 'Prompt: "`{}`"', '"Prompt: {}"',
        "<prompt>{}</prompt>", 'Draw this: {{"prompt": "{}"}}', "プロンプト：{}",
    ],
)  # fmt: skip
def test_wrapped_prompt_is_unwrapped(wrapping: str) -> None:
    assert unwrap(wrapping.format(OWL)).strip() == OWL


@pytest.mark.parametrize("instruction", ["make it night", "remove the hat", "add a red kite", "change the owl to blue"])
@pytest.mark.parametrize("wrapping", ['"{}"', "“{}”", '{{"prompt": "{}"}}', "Prompt: {}"])
def test_wrapped_instruction_is_unwrapped(wrapping: str, instruction: str) -> None:
    assert unwrap(wrapping.format(instruction)) == instruction


@pytest.mark.parametrize(
    "prompt",
    [
        '"OPEN"', '"CLOSED ON MONDAYS"', "“Happy Birthday”", "'Welcome'", "«Merry Christmas»", '"Hello World"',
        'a sign that says "CLOSED"', 'a mug with the text "hi"', '"Fish" written on a boat', 'Draw "OPEN"',
        '"one owl" and "two owls"', 'make it say "BAKERY"', "the owl's nest", "{", "[]", "{}", '""', "'", "```", "",
        "a poster: “SALE”", "Generate an image of an owl", '{"n": 1}', "(an owl)",
    ],
)  # fmt: skip
def test_lettering_and_plain_prompts_are_unchanged(prompt: str) -> None:
    assert unwrap(prompt) == prompt


@pytest.mark.parametrize(
    ("wrapped", "prompt"),
    [
        ('"a barrel that says "FISH""', 'a barrel that says "FISH"'),
        ("'a barrel that says \"FISH\"'", 'a barrel that says "FISH"'),
        (r'{"prompt": "a barrel that says \"FISH\""}', 'a barrel that says "FISH"'),
        (r'"a barrel that says \"FISH\""', 'a barrel that says "FISH"'),
        ("'the owl's nest'", "the owl's nest"),
        ('{"style": "oil painting", "prompt": "an owl", "model": "x"}', "an owl, oil painting"),
        ('{"subject": "an owl", "lighting": "sunset"}', "an owl, sunset"),
    ],
)
def test_inner_quotes_and_other_keys_are_kept(wrapped: str, prompt: str) -> None:
    assert unwrap(wrapped) == prompt


@pytest.mark.parametrize(
    "unit", ['"', "'", "“", "{", "[", '{"a":', '["', "```", "`", "Prompt: ", "please ", "<b>", '"b ']
)
def test_long_wrappers_take_linear_time(unit: str) -> None:
    unwrap('"an owl"')
    text = (unit * (32_000 // len(unit) + 1))[:32_000]
    for wrapped in (text, f'"{text}"', f"['{text}']"):
        assert least_cpu_s(lambda: unwrap(wrapped), below_s=1) < 1  # noqa: B023


def test_wrapped_prompt_draws_no_lettering() -> None:
    request = DrawingRequest(prompt=f'{{"prompt": "“{OWL}”"}}', size=Size(64, 64))
    *_, drawn = draw_stages(request, 0, checkpoint=lambda: None)
    assert drawn.scene is not None
    assert [entity.noun for entity in drawn.scene.entities] == ["owl", "barrel"]
    assert drawn.scene.texts == ()
