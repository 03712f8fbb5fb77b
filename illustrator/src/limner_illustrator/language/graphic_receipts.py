"""Content of receipts and invoices: what was bought, what it costs, the total."""

import random
import re

from limner_illustrator.language.graphic_diagrams import read_count
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.scene import Graphic, GraphicItem

MAX_LINES = 10
_MONEY = r"(?P<before>[$€£¥])?\s*(?P<price>\d[\d,]*(?:[.,]\d{1,2})?)\s*(?P<after>[$€£¥]|euros?|dollars?|pounds?)?"
_TOTAL = re.compile(
    rf"[,;.]?\s*\b(?:and\s+|with\s+|for\s+)?(?:an?\s+|the\s+)?(?:grand\s+)?"
    rf"(?:total(?:l?ing)?|sum|amount due|summe|gesamt)\b"
    rf"(?:\s+(?:of|is|amount|price|due|to))*\s*:?\s*{_MONEY}",
    re.IGNORECASE,
)
_RATE = re.compile(
    r",?\s*\b(?:(?:and|with|plus|including)\s+)?(?:a\s+)?(?:(\d{1,2}(?:\.\d)?)\s*%\s*(tax|vat|tip|service)|"
    r"(tax|vat|tip)\s*(?:of|at|:)?\s*(\d{1,2}(?:\.\d)?)\s*%)",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:from|at|by|in)\s+(?:an?\s+|the\s+|my\s+)?(?P<where>[^\W\d][^,.;:\"]*?)(?=\s*(?:$|[,.;:\"]|\bwith\b|\bshowing\b|\bfor\b|"
    r"\blisting\b|\bto\b|\bof\b|\bcontaining\b))",
    re.IGNORECASE,
)
_WHOM = re.compile(r"\bto\s+(?:an?\s+|the\s+)?(?P<whom>[^,.;:\"]+?)(?=\s*(?:$|[,.;:\"]|\bwith\b|\bfor\b|\bfrom\b))")
_LINE = re.compile(
    rf"^(?:(?P<count>\d{{1,3}})\s*(?:x|×)?\s+(?=[^\W\d]))?(?P<label>[^\d$€£¥][^$€£¥]*?)\s*(?:[:@=–-]|\bat\b|\bfor\b|\()?\s*"
    rf"(?:{_MONEY})?(?:\s*(?:each|per hour|an hour|/h))?\)?$",
    re.IGNORECASE,
)
_GOODS: tuple[tuple[str, str, tuple[tuple[str, float], ...]], ...] = (
    ("grocer|supermarket|market|food store", "Corner Market", (("Milk", 1.89), ("Bread", 2.75), ("Eggs", 3.20),
        ("Apples", 2.40), ("Coffee", 5.90))),
    ("coffee|cafe|café|bakery", "Corner Café", (("Cappuccino", 3.80), ("Espresso", 2.50), ("Croissant", 2.90))),
    ("restaurant|dinner|lunch|pizz|meal|bill\\b|bar\\b", "Trattoria Roma", (("Pasta", 12.50), ("Pizza", 11.00),
        ("Salad", 7.50), ("Mineral water", 3.50))),
    ("book", "Page & Co", (("Novel", 14.90), ("Notebook", 6.50), ("Bookmark", 2.20))),
    ("cloth|fashion|shoe", "Style Store", (("T-shirt", 19.90), ("Jeans", 49.90), ("Socks", 7.50))),
    ("hotel", "Hotel Central", (("Room, 2 nights", 240.0), ("Breakfast", 28.0), ("City tax", 6.0))),
    ("web|software|app\\b|develop|it\\b", "Studio North", (("Design", 800.0), ("Development", 2400.0),
        ("Hosting, 1 year", 180.0))),
    ("photo|video", "Studio Light", (("Photo shoot", 450.0), ("Editing", 220.0), ("Prints", 95.0))),
    ("clean|repair|plumb|paint|construct|garden", "Handy Services", (("Labour, 6 hours", 330.0), ("Material", 145.0),
        ("Travel", 30.0))),
    ("consult|market|coach|freelanc", "Consulting Group", (("Workshop", 1200.0), ("Analysis", 850.0),
        ("Report", 400.0))),
    ("", "Example Store", (("Item one", 12.00), ("Item two", 8.50), ("Item three", 4.25))),
)  # fmt: skip
"""Words of the prompt -> the seller, and goods with their prices."""
_EXTRAS = (("Delivery", 6.50), ("Gift wrap", 3.20), ("Extra service", 12.0), ("Packaging", 2.5), ("Handling", 4.0))
"""For those who ask for more lines."""
_PRICES: tuple[tuple[str, float], ...] = (
    ("milk|juice|water|tea|banana|onion|lemon", 1.89), ("bread|butter|cheese|apple|tomato|pasta|rice|sugar", 2.75),
    ("eggs?|cereal|croissant|muffin|cookie|latte|cappuccino|coffee", 3.60), ("burger|sandwich|salad|soup", 8.50),
    ("pizza|pasta|curry|sushi|wine|beer", 11.00), ("steak|fish|chicken", 16.50),
    ("design|develop|website|logo|consult|shoot|seo", 650.0),
)  # fmt: skip


_JOINT = re.compile(r"\b(?:for|from|with|showing|to)$")


def read_receipt(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are lines with their price as `value` and the count as `start`.

    The last one has the role `total`, and the customer of an invoice as its detail.
    """
    if joint := _JOINT.search(prompt.phrase):
        after = f"{joint.group()} {after}"
    title, text = extract_title(re.sub(r",\s*(?=[$€£]\s?[\d.,]+\s*$)", " ", after))
    is_invoice = prompt.kind == "invoice"
    lower = prompt.lower
    currency = next((one for one in re.findall(r"[$€£¥]", prompt.text)), None)
    currency = currency or ("€" if "euro" in lower else "£" if "pound" in lower else "$")
    total = _TOTAL.search(text)
    text = f"{text[: total.start()]} {text[total.end() :]}" if total else text
    rate = _RATE.search(text)
    text = f"{text[: rate.start()]} {text[rate.end() :]}" if rate else text
    where, whom = _WHERE.search(text), _WHOM.search(text) if is_invoice else None
    rest = text
    for match in (where, whom):
        rest = rest.replace(match.group(), " ", 1) if match else rest
    lines = _read_lines(rest)
    _, seller, goods = next(entry for entry in _GOODS if not entry[0] or re.search(rf"\b(?:{entry[0]})", lower))
    if len(lines) == 1 and lines[0][2] is None and _MEAL.match(lines[0][0]):
        lines = []
    is_sample = not lines or any(price is None for *_, price in lines)
    known_total = _number(total["price"]) if total else None
    if not lines:
        count = read_count(prompt.text) or len(goods)
        goods = (*goods, *_EXTRAS)[:count]
        lines = [(label, 1, price) for label, price in goods]
        known_share = known_total / sum(price for _, price in goods) if known_total else 1.0
        lines = [(label, count, round((price or 0) * known_share, 2)) for label, count, price in lines]
    share = float(rate[1] or rate[4]) if rate else 0.0
    items = _price(lines, known_total / (1 + share / 100) if known_total else None)
    subtotal = round(sum((item.value or 0) * (item.start or 1) for item in items), 2)
    if rate:
        name = (rate[2] or rate[3]).upper() if (rate[2] or rate[3]).lower() == "vat" else (rate[2] or rate[3]).title()
        items += [GraphicItem(label="Subtotal", value=subtotal, role="sum")]
        items += [GraphicItem(label=f"{name} {share:g}%", value=round(subtotal * share / 100, 2), role="sum")]
    amount = known_total if known_total is not None else round(subtotal * (1 + share / 100), 2)
    client = clean_label(whom["whom"]) if whom else None
    items.append(GraphicItem(label="Total", value=amount, role="total", detail=client))
    named = make_title(where["where"]) if where else None
    trade = _TRADE.search(text) if where is None else None
    named = named or (make_title(re.sub(r"^\w+\s+(?:an?|the|my)\s+", "", trade.group())) if trade else None)
    heading = title or (named if named and len(named) <= 34 else None) or make_title(before) or seller
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), unit=currency, is_sample=is_sample)


def _number(text: str) -> float:
    plain = re.sub(r",(?=\d{3}\b)", "", text)
    return float(plain.replace(",", "."))


_LISTED = re.compile(
    r"(?:\b(?:with|for|of|showing|listing|containing|including|items?)\b|:)\s*:?\s*(.+)$", re.IGNORECASE
)
_NO_GOODS = re.compile(
    r"(?:prices?|items?|taxes|tax|logo|(?:\w+ )*placeholders?|"
    r"(?:the )?totals?|vat|dates?|address(?:es)?|barcode|date|\w+ (?:line )?items?)\s*",
    re.IGNORECASE,
)


_MEAL = re.compile(
    r"(?:\w+ )?(?:dinner|lunch|breakfast|meal|shopping|groceries|purchase|order|stay|visit)\b", re.IGNORECASE
)
"""What has lines itself."""
_TRADE = re.compile(
    r"\b(?:for|from|of|by)\s+(?:(?:an?|the|my)\s+[^,;:]*?|\w+\s+)?\b(?:designer|developer|photographer|freelancer|consultant|agency|"
    r"company|business|shop|store|plumber|electrician|carpenter|cleaner|tutor|coach|writer|translator|architect|lawyer|"
    r"gardener|painter|mechanic|studio|contractor|services?|client|customer|caf[eé]|restaurant|hotel|bakery|salon)\b",
    re.IGNORECASE,
)
"""Who writes or gets it: no goods."""


def _read_lines(text: str) -> list[tuple[str, int, float | None]]:
    """(label, count, price of one or None)."""
    text = _TRADE.sub(" ", text)
    listed = _LISTED.search(text)
    found = []
    for part in split_items(re.sub(r"(?<=\d),(?=\d{1,2}\b(?!\d))", ".", listed[1])) if listed else []:
        match = _LINE.match(part.strip(" ."))
        if match is None or _NO_GOODS.fullmatch(match["label"]):
            continue
        price = _number(match["price"]) if match["price"] else None
        found.append((clean_label(match["label"]), int(match["count"] or 1), price))
    return found[:MAX_LINES]


def _price(lines: list[tuple[str, int, float | None]], total: float | None) -> list[GraphicItem]:
    """Prices for the lines that have none, so that they make the total."""
    guesses = [
        next((usual for words, usual in _PRICES if re.search(rf"\b(?:{words})", label.lower())), 4.50) * count
        for label, count, price in lines
        if price is None
    ]
    given = sum(price * count for _, count, price in lines if price is not None)
    factor = (total - given) / sum(guesses) if total is not None and guesses and total > given else 1.0
    items = []
    left = None if total is None else round(total - given, 2)
    open_lines = len(guesses)
    for label, count, price in lines:
        one = price
        if one is None:
            open_lines -= 1
            one = round(guesses.pop(0) * factor / count, 2)
            if left is not None and not open_lines and left > 0:
                one = round(left / count, 2)
            elif left is not None:
                left = round(left - one * count, 2)
        items.append(GraphicItem(label=label, value=one, start=float(count), role="line"))
    return items
