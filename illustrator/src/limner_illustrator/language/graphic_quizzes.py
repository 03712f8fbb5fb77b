"""Content of quiz screens: a question and its answers."""

import random
import re

from limner_illustrator.language.graphic_lists import clean_label, extract_title, quoted_texts, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_screens import choose_frame
from limner_illustrator.language.vocabulary.quizzes import QUESTIONS
from limner_illustrator.scene import Graphic, GraphicItem

ANSWERS = 4
_QUESTION = re.compile(r"(?P<question>\b(?:What|Which|Who|Where|When|How|Why|Is|Are|Do|Does|Can)\b[^?\n]{4,100}\?)")
_OPTIONS = re.compile(r"\b(?:options?|answers?|choices?)\b:?\s*(?P<list>[^.\n]+)", re.IGNORECASE)


def read_quiz(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    asked = _QUESTION.search(prompt.text)
    quoted = [one for one in quoted_texts(text) if one.endswith("?")]
    own = quoted[0] if quoted else asked["question"] if asked else None
    _, question, answers = next(one for one in QUESTIONS if re.search(one[0], prompt.lower))
    listed = _OPTIONS.search(text.replace(own, " ") if own else text)
    given = [clean_label(one) for one in split_items(listed["list"])] if listed else []
    is_known = own is None or own.lower() == question.lower()
    shown = given if len(given) > 1 else list(answers) if is_known else [f"Answer {letter}" for letter in "ABCD"]
    right = shown[0]
    if len(given) < 2:
        rng.shuffle(shown)
    items = [GraphicItem(label=own or question, role="question")]
    items += [GraphicItem(label=one, role="right" if one == right else "answer") for one in shown[:ANSWERS]]
    frame = choose_frame(prompt, "quiz-screen", handheld=True)
    return Graphic(kind=prompt.kind, title=title or "Quiz", items=tuple(items), options=(frame,), is_sample=True)
