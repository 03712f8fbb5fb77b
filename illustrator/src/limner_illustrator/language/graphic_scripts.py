"""Finds the name of a graphic in Chinese, Japanese and Korean prompts, and puts their lists into the usual form."""

import re
from functools import lru_cache

from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.graphic_names import UNSPACED_NAMES

_SCRIPTS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_MARKS = str.maketrans(
    {"：": ":", "，": ",", "、": ",", "；": ";", "％": "%", "（": "(", "）": ")", "。": ".", "　": " "}
)
_REQUESTS = re.compile(
    r"^\s*(?:请|請)?(?:帮我|给我)?(?:画|生成|制作|创建|做|绘制)?(?:一个|一张|一幅|个|张)?|"
    r"(?:を|가|을|를)?\s*(?:描いて|作って|作成して|生成して)?(?:ください|下さい)?[.。]?\s*$|"
    r"(?:을|를)?\s*(?:그려|만들어)\s*(?:줘|주세요)?[.]?\s*$"
)
"""What asks for a picture, before and after what it shows."""
_JOINTS = re.compile(
    r"(?:についての|に関する|のための|を示す|の|关于|显示|展示|的|에 대한|의|를 보여주는|을 보여주는)\s*$|"
    r"^\s*(?:关于|显示|展示)"
)
_VALUES = re.compile(
    r"(?P<label>[^\s\d,:;][^\d,:;]*?|\d{1,2}[月월]|\d{4}[年년])\s*(?P<value>\d+(?:\.\d+)?)\s*"
    r"(?P<unit>%|パーセント|퍼센트)?(?=\s|,|;|$)"
)


def find_unspaced_graphic(text: str) -> GraphicPrompt | None:
    """None where no kind of graphic is named in one of these scripts."""
    if _SCRIPTS.search(text) is None:
        return None
    plain = text.translate(_MARKS)
    match = _names().search(plain)
    if match is None:
        return None
    kind = next(kind for kind, names in UNSPACED_NAMES.items() if re.sub(r"\s", "", match.group()) in names.split())
    before = _JOINTS.sub("", _REQUESTS.sub("", plain[: match.start()])).strip(" ,:")
    after = _REQUESTS.sub("", plain[match.end() :]).strip(" ,")
    return GraphicPrompt(kind, match.group(), before, _list(after, kind), f"{before} {after}")


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = sorted({name for names in UNSPACED_NAMES.values() for name in names.split()}, key=len, reverse=True)
    return re.compile("|".join(r"\s?".join(map(re.escape, name)) for name in names))


def _list(text: str, kind: str) -> str:
    """With commas between the parts that only spaces part, and a colon before the first."""
    subject, colon, listed = text.rpartition(":")
    listed = listed.strip()
    values = list(_VALUES.finditer(listed))
    if len(values) > 1:
        head = listed[: values[0].start()].strip()
        label = values[0]["label"].strip()
        if " " in label:
            more, _, label = label.rpartition(" ")
            head = f"{head} {more}".strip()
        parts = [f"{label} {values[0]['value']}{'%' if values[0]['unit'] else ''}"]
        parts += [f"{one['label'].strip()} {one['value']}{'%' if one['unit'] else ''}" for one in values[1:]]
        return f"{' '.join(filter(None, (subject, head)))}: {', '.join(parts)}"
    if not colon and "," not in listed and len(words := listed.split()) > 2 and kind != "comparison-table":
        return f": {', '.join(words)}"
    return text if colon or "," not in text else f": {text}"
