"""The values that `limner keys` reads: times, amounts of money, names of models."""

import re
import time
from datetime import UTC, datetime
from decimal import Decimal

import typer

UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
MAX_DURATION_S = 100 * 365 * UNITS_S["d"]
DURATION = re.compile(r"([0-9]{1,9})([smhdw])", re.ASCII)
MICRO = 1_000_000


def parse_duration(text: str) -> int:
    """`90d` in seconds."""
    match = DURATION.fullmatch(text)
    if match is None:
        raise typer.BadParameter(f"'{text}' is not a duration such as 30m, 12h, 90d or 2w.")
    seconds = int(match[1]) * UNITS_S[match[2]]
    if seconds > MAX_DURATION_S:
        raise typer.BadParameter(f"'{text}' is longer than a hundred years.")
    return seconds


def parse_expiry(text: str) -> int:
    """A duration from now, or a date or time (UTC unless it says otherwise), as Unix seconds."""
    if DURATION.fullmatch(text):
        return int(time.time()) + parse_duration(text)
    try:
        moment = datetime.fromisoformat(text)
        expires_at = int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        raise typer.BadParameter(
            f"'{text}' is neither a duration such as 90d, nor a date such as 2027-01-01 or 2027-01-01T12:00Z."
        ) from None
    if expires_at <= time.time():
        raise typer.BadParameter(f"'{text}' is in the past.")
    return expires_at


def parse_budget(text: str) -> int:
    """An amount such as `25.00` in millionths."""
    try:
        micros = Decimal(text) * MICRO
    except ArithmeticError:  # not a number, or too large
        raise typer.BadParameter(f"'{text}' is not an amount such as 25 or 25.00.") from None
    if not micros.is_finite() or micros < 0 or micros != micros.to_integral_value():
        raise typer.BadParameter(f"'{text}' is not an amount of 0 or more, with at most six decimals.")
    return int(micros)


def parse_models(text: str) -> tuple[str, ...]:
    """`a,b`"""
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise typer.BadParameter(f"'{text}' is not a list of models such as gpt-image-1,dall-e-3.")
    return names


def show_budget(micros: int) -> str:
    """With two decimals, or as many as it needs."""
    whole, rest = divmod(micros, MICRO)
    decimals = f"{rest:06}".rstrip("0")
    return f"{whole}.{decimals:0<2}"


def show_time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
