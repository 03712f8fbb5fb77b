"""A usage report as a table or CSV, and the times that people type."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import typer

AGO = re.compile(r"([0-9]{1,6})([dhm])", re.ASCII)
UNITS = {"d": "days", "h": "hours", "m": "minutes"}
GROUPS: Mapping[str, Sequence[str]] = {
    "model": ("model",),
    "key": ("api_key_id", "api_key_name"),
    "project": ("project_id",),
    "operation": ("source",),
    "size": ("size",),
    "user": ("user_id",),
    "engine": ("engine",),
    "day": ("start_time",),
    "hour": ("start_time",),
}
HEADS = {"api_key_id": "KEY", "api_key_name": "NAME", "project_id": "PROJECT", "source": "OPERATION", "user_id": "USER"}
NUMBERS = {
    "num_model_requests": "REQUESTS",
    "num_failed": "FAILED",
    "num_cancelled": "CANCELLED",
    "images": "IMAGES",
    "text_tokens": "TEXT IN",
    "image_tokens": "IMAGES IN",
    "output_tokens": "TOKENS OUT",
}
PERCENTILES = ("p50", "p90", "p99")
MEASURES = ("total", "queued", "drawing")
CSV_NUMBERS = (*NUMBERS, "partial_images", "bytes", "cost")


def read_time(text: str, now: datetime, option: str) -> datetime:
    """A date, a time, or a duration before `now`; UTC unless the text says otherwise. Raises typer.BadParameter."""
    try:
        if match := AGO.fullmatch(text):
            found = now - timedelta(**{UNITS[match[2]]: int(match[1])})
        else:
            time = datetime.fromisoformat(text)
            found = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        found = None
    if found is None or found.year < 1970:
        raise typer.BadParameter(
            f"'{text}' is no time such as 2026-11-01, 2026-11-01T12:00, 30d or 12h.", param_hint=option
        )
    return found


def format_usage(report: Mapping[str, Any], groups: Sequence[str]) -> list[str]:
    """An aligned table with a row of totals, and the time that it is about."""
    fields = [field for group in groups for field in GROUPS[group]]
    if not any(row.get("api_key_name") for row in report["data"]):
        fields = [field for field in fields if field != "api_key_name"]
    heads = [*(_head(field, groups) for field in fields), *NUMBERS.values(), f"COST {report['currency'].upper()}"]
    lines = [
        [*heads, *(name.upper() for name in PERCENTILES)],
        *([*(_cell(row, field, groups) for field in fields), *_numbers(row)] for row in report["data"]),
        ["total", *[""] * (len(fields) - 1), *_numbers(report["totals"])],
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    aligned = [
        "  ".join(
            text.ljust(width) if index < len(fields) else text.rjust(width)
            for index, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    begin, end = (_utc(report[name]).strftime("%Y-%m-%d %H:%M:%S") for name in ("start_time", "end_time"))
    about = f"From {begin} until {end} UTC. P50, P90 and P99: seconds that completed requests took."
    return [*aligned, "", about]


def format_csv(report: Mapping[str, Any], groups: Sequence[str]) -> str:
    """One row for each of the report, without the totals."""
    fields = [field for group in groups for field in GROUPS[group]]
    percentiles = [(measure, name) for measure in MEASURES for name in PERCENTILES]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        [
            *(_column(field, groups) for field in fields),
            *CSV_NUMBERS,
            "currency",
            *(f"{measure}_{name}_s" for measure, name in percentiles),
        ]
    )
    for row in report["data"]:
        writer.writerow(
            [
                *(_time(row, groups) if field == "start_time" else _csv_text(row.get(field)) for field in fields),
                *(row[name] for name in CSV_NUMBERS),
                report["currency"],
                *((row["latency"][measure] or {}).get(name) for measure, name in percentiles),
            ]
        )
    return text.getvalue()


def _csv_text(text: str | None) -> str | None:
    """Spreadsheets run text that begins like a formula."""
    return text and ("'" if text[0] in "=+-@" else "") + _printable(text)


def _printable(text: str) -> str:
    """Clients choose the names of users and models: terminals must not obey them."""
    return "".join(character if character.isprintable() else "?" for character in text)


def _column(field: str, groups: Sequence[str]) -> str:
    if field == "start_time":
        return "hour" if "hour" in groups else "day"
    return field


def _head(field: str, groups: Sequence[str]) -> str:
    return HEADS.get(field, _column(field, groups).upper())


def _time(row: Mapping[str, Any], groups: Sequence[str]) -> str:
    """The beginning of the row's hour or day, in UTC, although the report may begin later."""
    return _utc(row["start_time"]).strftime("%Y-%m-%d %H:00" if "hour" in groups else "%Y-%m-%d")


def _cell(row: Mapping[str, Any], field: str, groups: Sequence[str]) -> str:
    if field == "start_time":
        return _time(row, groups)
    return "-" if row.get(field) is None else _printable(row[field])


def _numbers(row: Mapping[str, Any]) -> list[str]:
    latency = row["latency"]["total"]
    times = ["-" if latency is None else f"{latency[name]:.3f}" for name in PERCENTILES]
    return [*(f"{row[name]:,}" for name in NUMBERS), f"{row['cost']:,.4f}", *times]


def _utc(time_s: int) -> datetime:
    return datetime.fromtimestamp(time_s, UTC)
