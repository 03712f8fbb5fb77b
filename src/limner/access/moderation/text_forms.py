"""Prompts as lower-case words separated by single spaces, with common disguises removed."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
FILLERS = dict.fromkeys(map(ord, "\u115f\u1160"))
"""Invisible, but letters by their Unicode category."""
SYMBOL_LETTERS: dict[int, str | int] = {
    **{start + index: chr(ord("a") + index) for start in (0x1F150, 0x1F170) for index in range(26)},
    **str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
}
"""Letters in black circles and squares, and small capitals, which Unicode does not decompose."""
LOOKALIKES = str.maketrans("аеорсухіјѕԁһӏвкмнтαεικνορτυχ", "aeopcyxijsdhlbkmhtaeikvoptux")
"""Cyrillic and Greek letters that look Latin."""
LATIN = re.compile("[a-z]")
SPACED_LETTERS = re.compile(r"(?<![^\W_])[^\W_]([\W_]{1,3})[^\W_](?:\1[^\W_])+(?![^\W_])")
"""At least three single letters with the same separator: `n u d e`, `n.u.d.e`."""
LEET_WORD = re.compile(r"(?<![a-z0-9@$!])(?=[0-9@$!]*[a-z])[a-z0-9@$!]*[a-z0-9@$]")
LEET = str.maketrans("013457@$!", "oieastasi")
REPEATED = re.compile(r"([^\W_])\1{2,}")


def fold(text: str) -> str:
    """Without case, accents, widths and styles of letters, and invisible characters."""
    text = unicodedata.normalize("NFKC", text.translate(SYMBOL_LETTERS)).casefold()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text).translate(FILLERS)
        text = "".join(char for char in decomposed if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
        text = WORD.sub(_replace_lookalikes, text)
    return text


def join_words(folded: str) -> str:
    """` two words `: with a space around each word, so that whole words can be searched."""
    return f" {' '.join(WORD.findall(folded))} "


def forms_of(text: str) -> list[str]:
    """The text as words; and if it may be disguised, also without spaced letters, digits in words and repetitions."""
    folded = fold(text)
    plain = join_words(folded)
    revealed = LEET_WORD.sub(_replace_leet, SPACED_LETTERS.sub(_join_letters, folded))
    revealed = join_words(REPEATED.sub(r"\1", revealed))
    return [plain] if revealed == plain else [plain, revealed]


def _replace_lookalikes(match: re.Match[str]) -> str:
    """Only in words of mixed scripts: a Russian word stays Russian."""
    word = match[0]
    return word.translate(LOOKALIKES) if LATIN.search(word) else word


def _join_letters(match: re.Match[str]) -> str:
    letters = "".join(WORD.findall(match[0]))
    # the first may be the article: "a n u d e"
    return f"{letters} {letters[1:]}" if letters[0] == "a" else letters


def _replace_leet(match: re.Match[str]) -> str:
    return match[0].translate(LEET)
