"""The art styles that an instruction names for the whole picture."""

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.language.words import Phrasebook, split_words
from limner_illustrator.scene import Scene

_BARE = Phrasebook((phrase, style.name) for style in ART_STYLES.values() for phrase in style.bare_phrases)
_ANY = Phrasebook((phrase, style.name) for style in ART_STYLES.values() for phrase in style.phrases)


def find_styles(text: str, read: Scene) -> tuple[str, ...]:
    """Names in ART_STYLES. `read`: the Scene that the text describes, which for "a watercolor painting" alone is an
    abstract design and has no style.
    """
    if read.styles:
        return read.styles
    words = [word.text for word in split_words(text)]
    is_design = read.graphic is not None and read.graphic.kind == "abstract" and not read.entities
    books = (_BARE, _ANY) if is_design else (_BARE,)
    found = [match[1] for book in books for at in range(len(words)) if (match := book.match(words, at))]
    return tuple(found[:1])
