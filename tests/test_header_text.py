import pytest

from limner.core.header_text import MAX_LENGTH, decode_header_text, encode_header_text

TEXTS = {
    "plain": ("No otter here.", "No otter here."),
    "quotes": ("‘a’ “b” „c“ «d» ‹e›", '\'a\' "b" "c" "d" \'e\''),
    "dashes": ("a – b — c − 1…", "a - b - c - 1..."),
    "percent": ("100% of %41", "100%25 of %2541"),
    "Latin": ("größer", "gr%C3%B6%C3%9Fer"),
    "Chinese": ("狐狸", "%E7%8B%90%E7%8B%B8"),
    "emoji": ("🦊", "%F0%9F%A6%8A"),
    "lines": ("a\nb\tc\xa0d", "a b c d"),
    "controls": ("a\0\x1b\x7f", "a%00%1B%7F"),
}


@pytest.mark.parametrize(("text", "encoded"), TEXTS.values(), ids=TEXTS)
def test_header_text_round_trips(text, encoded):
    assert encode_header_text(text) == encoded
    assert encode_header_text(decode_header_text(encoded)) == encoded


@pytest.mark.parametrize("text", ["a" * 5000, "狐" * 5000, "é" * 5000, "%" * 5000, "a" * 1996 + "狐狸"])
def test_long_text_is_truncated_between_characters(text):
    encoded = encode_header_text(text)

    assert len(encoded) <= MAX_LENGTH
    assert encoded.endswith("...")
    assert text.startswith(decode_header_text(encoded).removesuffix("..."))


def test_text_of_maximum_length_is_kept():
    assert encode_header_text("a" * MAX_LENGTH) == "a" * MAX_LENGTH


def test_lone_surrogate_is_replaced():
    assert encode_header_text("a\ud800b").isascii()


@pytest.mark.parametrize("text", ["50% off", "%", "%zz", "%E7", "plain"])
def test_unencoded_text_is_decoded_unchanged(text):
    assert decode_header_text(text)
