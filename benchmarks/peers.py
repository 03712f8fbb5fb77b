"""Compare Limner with other servers that draw with diffusers, on the same small model and the same requests.

    python benchmarks/peers.py --model tests/engines/diffusers/trained/flux        # all of them, below 10 minutes
    python benchmarks/peers.py --peers limner,hf-serve --rounds 1 --skip conformance,crowd

Each peer gets an environment of its own in the cache folder, with the versions and patches of `peers_servers.py`; it
shares torch and diffusers with this interpreter. All run at the same time and are measured by turns, so that what else
the machine does affects all; figures are medians of the rounds. Prints one table in Markdown.
"""

import argparse
import contextlib
import os
import platform
import signal
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import peers_measures as measures
import platformdirs
from peers_measures import CLIENTS, EDGES
from peers_processes import RunningServer, install, running
from peers_servers import SERVERS

PARTS = ("throughput", "fairness", "hang-up", "preview", "crowd", "conformance")
DEFAULT = "limner,limner-fixed-rows,hf-serve,museq,aquiles-image,xinference"
CROWD = 32


class Table:
    def __init__(self) -> None:
        self._cells: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        self._texts: dict[tuple[str, str], str] = {}
        self._formats: dict[str, str] = {}

    def add(self, row: str, server: str, value: float, form: str = ".2f") -> None:
        self._formats[row] = form
        self._cells[row][server].append(value)

    def say(self, row: str, server: str, text: str) -> None:
        self._formats.setdefault(row, "")
        self._texts[row, server] = text

    def value(self, row: str, server: str) -> float | None:
        values = self._cells[row].get(server)
        return statistics.median(values) if values else None

    def markdown(self, servers: list[str]) -> Iterator[str]:
        yield f"| | {' | '.join(servers)} |"
        yield "|---" * (len(servers) + 1) + "|"
        for row, form in self._formats.items():
            yield f"| {row} | {' | '.join(self._cell(row, server, form) for server in servers)} |"

    def _cell(self, row: str, server: str, form: str) -> str:
        value = self.value(row, server)
        return self._texts.get((row, server), "") if value is None else format(value, form)


def start(server: RunningServer, table: Table) -> None:
    """Until the first picture. What it loads later must not count as a start."""
    name = server.server.name
    measures.latency_s(server)
    table.add("listens after, s", name, server.listening_s, ".1f")
    table.add("first picture after, s", name, server.seconds, ".1f")
    table.add("CPU seconds until then", name, server.cpu_s(), ".1f")
    table.add("memory after it, MB", name, server.memory_mb(), ".0f")
    measures.latency_s(server, 256)


def throughput(server: RunningServer, table: Table) -> None:
    name = server.server.name
    table.add("one picture of 64x64, s", name, statistics.median(measures.latency_s(server) for _ in range(3)), ".3f")
    for edge in EDGES:
        for clients in CLIENTS:
            per_s, cpu_s = measures.pictures_per_s(server, clients, edge)
            table.add(throughput_row(edge, clients), name, per_s)
            if clients in (min(CLIENTS), max(CLIENTS)):
                table.add(f"CPU seconds for each of {edge}x{edge}, {num_clients(clients)}", name, cpu_s)


def throughput_row(edge: int, clients: int) -> str:
    return f"pictures/s of {edge}x{edge}, {num_clients(clients)}"


def num_clients(clients: int) -> str:
    return "1 client" if clients == 1 else f"{clients} clients"


def fairness(server: RunningServer, table: Table) -> None:
    row = "slowest of 8 short jobs behind 4 long ones, s"
    if server.server.takes_steps:
        table.add(row, server.server.name, measures.short_behind_long_s(server))
    else:
        table.say(row, server.server.name, "n/a")


def hang_up(server: RunningServer, table: Table) -> None:
    table.add("CPU seconds after 4 hang-ups", server.server.name, measures.hang_up_cpu_s(server), ".1f")


def preview(server: RunningServer, table: Table) -> None:
    seconds = measures.first_preview_s(server)
    if seconds is None:
        table.say("first preview, s", server.server.name, "none")
    else:
        table.add("first preview, s", server.server.name, seconds)


def crowd(server: RunningServer, table: Table) -> None:
    equal, difference = measures.equal_in_a_crowd(server, CROWD)
    most = f" (others within {difference}/255)" if difference else ""
    table.say(f"bit-identical in a crowd, of {CROWD}", server.server.name, f"{equal}{most}")


def conformance(server: RunningServer, table: Table) -> None:
    table.say("conformance", server.server.name, measures.conformance(server))


REPEATED: Mapping[str, Callable[[RunningServer, Table], None]] = {
    "throughput": throughput,
    "fairness": fairness,
    "preview": preview,
}
ONCE: Mapping[str, Callable[[RunningServer, Table], None]] = {
    "hang-up": hang_up,
    "crowd": crowd,
    "conformance": conformance,
}


def compare(asked: argparse.Namespace, table: Table) -> list[str]:
    """Fills the table; the names of the servers that drew."""
    with contextlib.ExitStack() as stack:
        servers: list[RunningServer] = []
        for name in asked.peers.split(","):
            kind = SERVERS[name]
            log(f"starting {name}")
            with attempt(kind.name, "listens after, s", table):
                python = install(kind, asked.cache)
                server = stack.enter_context(running(kind(python, asked.model.resolve(), asked.cache / "run" / name)))
                start(server, table)
                servers.append(server)
        for number in range(asked.rounds):
            for part, measure in REPEATED.items():
                for server in servers if part not in asked.skip else ():
                    log(f"round {number + 1}, {part}, {server.server.name}")
                    with attempt(server.server.name, part, table):
                        measure(server, table)
        for part, measure in ONCE.items():
            for server in servers if part not in asked.skip else ():
                log(f"{part}, {server.server.name}")
                with attempt(server.server.name, part, table):
                    measure(server, table)
        for server in servers:
            table.add("memory at the end, MB", server.server.name, server.memory_mb(), ".0f")
        return [server.server.name for server in servers]


@contextlib.contextmanager
def attempt(server: str, row: str, table: Table) -> Iterator[None]:
    """One server's failure is a cell of the table."""
    try:
        yield
    except (OSError, RuntimeError, ValueError, subprocess.CalledProcessError) as error:
        log(f"{server}: {error!r}")
        table.say(row, server, "failed")


def ratios(table: Table, servers: list[str]) -> Iterator[str]:
    """Limner against the best of the others. Above 1: better."""
    others = [name for name in servers if not name.startswith("limner")]
    rows = [throughput_row(edge, clients) for edge in EDGES for clients in CLIENTS]
    for row in [*rows, "memory at the end, MB"]:
        own, rest = table.value(row, "limner"), [table.value(row, name) for name in others]
        known = [value for value in rest if value]
        if own and known:
            ratio = own / max(known) if row in rows else min(known) / own
            yield f"* {row}: {ratio:.2f} times the best of the others"


def log(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="the folder of a FLUX checkpoint")
    parser.add_argument("--peers", default=DEFAULT, help=f"of {', '.join(SERVERS)}, separated by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--skip", default="", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--cache", type=Path, default=Path(platformdirs.user_cache_dir("limner")) / "peers")
    asked = parser.parse_args()
    unknown = {*asked.peers.split(",")} - {*SERVERS} | {*filter(None, asked.skip.split(","))} - {*PARTS}
    if unknown:
        parser.error(f"Unknown: {', '.join(sorted(unknown))}.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # ends the servers, too
    table = Table()
    servers = compare(asked, table)
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {asked.rounds} rounds\n")
    print("\n".join(table.markdown([SERVERS[name].name for name in asked.peers.split(",")])), "\n")
    print("\n".join(ratios(table, servers)), "\n")
    for name in asked.peers.split(","):
        kind = SERVERS[name]
        if kind.packages:
            print(f"* {', '.join(kind.packages)}: {kind.changes}")


if __name__ == "__main__":
    main()
