"""Counting tokens as o200k_base does, without a download."""

import time

import pytest

from limner.families.tokens import count_tokens, encoding

SENTENCES = [
    pytest.param("A red fox in the snow, painted by hand.", id="English"),
    pytest.param("Der Fuchs läuft über die verschneite Straße.", id="German"),
    pytest.param("Рыжая лиса в снегу", id="Russian"),
    pytest.param("雪の中の赤い狐 龍们 여우", id="Chinese, Japanese, Korean"),
    pytest.param("ثعلب أحمر في الثلج", id="Arabic"),
    pytest.param("🦊👩‍🚀 1234567\r\n\t  end", id="emoji, numbers and white space"),
]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("a", 1, id="one letter"),
        pytest.param("An isolated stop sign.", 5, id="a sentence"),
        pytest.param("hello world", 2, id="two words"),
        pytest.param("1234567", 3, id="digits go by three"),
        pytest.param("a" * 32_000, 4_000, id="eight a are one token"),
        pytest.param("<|endoftext|>", 7, id="a special token is ordinary text"),
    ],
)
def test_token_count_matches_known_values(text, count):
    counted = count_tokens(text)

    assert counted == count


@pytest.mark.parametrize("text", SENTENCES)
def test_encoding_round_trips_every_script(text):
    tokens = encoding().encode(text)

    assert encoding().decode(tokens) == text
    assert len(tokens) == count_tokens(text)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\x00", "\ufffe"], ids=ascii)
def test_unusual_text_is_counted(text):
    counted = count_tokens(text)

    assert counted > 0


@pytest.mark.parametrize("letter", ["a", "汉", "1", " ", "!", "\n", "😀", "Xy"], ids=ascii)
def test_longest_prompts_are_counted_quickly(letter):
    count_tokens("warm")
    started = time.process_time()

    count_tokens(letter * (32_000 // len(letter)))

    assert time.process_time() - started < 1
