"""The tables of docs/capacity.md, each between two comments that name it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from capacity_fleet import Fleet
from capacity_plots import LABELS

Figures = dict[str, Any]
SHOWN_LOADS = (0.6, 1.0, 1.4)


def write_tables(figures: Figures, fleets: Sequence[Fleet], page: Path) -> None:
    page.write_text(with_tables(page.read_text(encoding="utf-8"), figures, fleets), encoding="utf-8")


def with_tables(text: str, figures: Figures, fleets: Sequence[Fleet]) -> str:
    """Raises ValueError if the page lacks the place of a table."""
    tables = {
        "waits": waits_table(figures["sweep"]),
        "saturated": saturated_table(figures["saturated"]),
        "measured": measured_table(fleets[0].services),
        "fleet": fleet_table(fleets),
    }
    for name, lines in tables.items():
        begin, end = f"<!-- {name}: written by benchmarks/capacity.py -->", f"<!-- end of {name} -->"
        table = "\n".join([begin, "", *lines, "", end])
        text, number = re.subn(f"{re.escape(begin)}.*?{re.escape(end)}", table, text, flags=re.DOTALL)
        if number != 1:
            raise ValueError(f"The page has {number} places for the table '{name}'.")
    return text


def waits_table(sweep: Iterable[Figures]) -> Iterable[str]:
    yield from _row(
        "work that arrives",
        "queue",
        "interactive: half, 95 %, 99 % wait less than",
        "without an image",
        "batch: half",
        "images a step",
    )
    yield from _row(*["---"] * 6)
    for run in sweep:
        if run["load"] in SHOWN_LOADS:
            waits = run["interactive"]
            seconds = ", ".join(f"{waits[f'p{percent}_s']:.0f} s" for percent in (50, 95, 99))
            lost = f"{100 * (1 - waits['completed']):.0f} %"
            batch_min = f"{run['batch']['p50_s'] / 60:.0f} min"
            yield from _row(
                f"{100 * run['load']:.0f} %", LABELS[run["gpu"]], seconds, lost, batch_min, run["rows_a_step"]
            )


def saturated_table(runs: Iterable[Figures]) -> Iterable[str]:
    yield from _row("queue", "images a day that a client received", "images a step")
    yield from _row(*["---"] * 3)
    for run in runs:
        yield from _row(LABELS[run["gpu"]], f"{run['images_a_day']:,}", run["rows_a_step"])


def measured_table(services: Mapping[str, Any]) -> Iterable[str]:
    def cpu_ms(*names: str) -> str:
        return " + ".join(f"{services[name] / 1000:.2f}" for name in names)

    yield from _row("what", "a second", "CPU of the gateway, ms", "CPU of the service, ms")
    yield from _row(*["---"] * 4)
    rows = (
        ("2 MB as base64, without keys and ledger", "gateway_bare", ""),
        ("2 MB as base64, with keys, limits, ledger", "gateway", ""),
        ("ledger: rows in transactions of 5", "ledger_small", "PostgreSQL"),
        ("ledger: rows in transactions of 500", "ledger_large", "PostgreSQL"),
        ("budget: reservations of one key", "reserve_one_key", "PostgreSQL"),
        ("budget: reservations of 100 keys", "reserve_many_keys", "PostgreSQL"),
        ("limits: requests taken and released", "limits", "Redis"),
    )
    for title, name, service in rows:
        rate = f"{services[f'{name}_per_s']:,.0f}"
        if service:
            yield from _row(title, rate, cpu_ms(f"{name}_gateway_cpu_us"), f"{service} {cpu_ms(f'{name}_cpu_us')}")
        else:
            yield from _row(title, rate, f"{services[f'{name}_cpu_ms']:.1f}", "")
    for number in (8, 128, 1000):
        milliseconds = services[f"router_{number}_cpu_ms"]
        yield from _row(
            f"choosing one of {number:,} replicas", f"{1000 / milliseconds:,.0f}", f"{milliseconds:.2f}", ""
        )


def fleet_table(fleets: Sequence[Fleet]) -> Iterable[str]:
    rows: dict[str, Callable[[Fleet], str]] = {
        "images a second": lambda fleet: f"{fleet.images_per_s:,.0f}",
        "images a day": lambda fleet: f"{fleet.images_a_day / 1e6:,.1f} million",
        "gateways, processes of one core": lambda fleet: f"{fleet.num_gateways:,}",
        "network of all gateways": lambda fleet: f"{fleet.gbit_per_s:,.1f} Gbit/s",
        "PostgreSQL: rows and reservations a second": lambda fleet: f"{2 * fleet.images_per_s:,.0f}",
        "PostgreSQL: cores": lambda fleet: f"{fleet.database_cores:.1f}",
        "PostgreSQL: connections of the gateways": lambda fleet: f"{fleet.database_connections:,}",
        "PostgreSQL: ledger a month": lambda fleet: f"{fleet.ledger_gb_a_month:,.0f} GB",
        "Redis: scripts a second": lambda fleet: f"{2 * fleet.images_per_s:,.0f}",
        "Redis: cores, of one": lambda fleet: f"{fleet.redis_cores:.2f}",
        "store: written a second": lambda fleet: f"{fleet.store_bytes_per_s / 1e9:,.2f} GB",
        "store: kept, an hour's images": lambda fleet: f"{fleet.stored_tb:,.1f} TB",
        "store: writes and space on Amazon S3": lambda fleet: f"{fleet.store_usd_a_day:,.0f} USD a day",
    }
    yield from _row("1,000 GPUs with", *(fleet.model.name for fleet in fleets))
    yield from _row(*["---"] * (1 + len(fleets)))
    for name, cell in rows.items():
        yield from _row(name, *map(cell, fleets))


def _row(*cells: object) -> Iterable[str]:
    yield f"| {' | '.join(map(str, cells))} |"
