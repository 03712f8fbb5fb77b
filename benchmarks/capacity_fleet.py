"""What 1,000 GPUs need of everything around them, computed from measured rates: no fleet of this size was run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from capacity_times import MODELS, ModelTimes

from limner.access.limits.shared import RENEW_S
from limner.database.connections import MAX_OVERFLOW, POOL_SIZE
from limner.settings import Settings

SERVICES = Path(__file__).parent / "capacity_services.json"
NUM_GPUS = 1000
GPUS_PER_NODE = 8
IMAGE_BYTES = 2_000_000
"""The size that the gateway was measured with; a photograph of 1024x1024 as PNG has 1.7 MB."""
USABLE = 0.6
"""Of a core or a service: waiting grows without bound towards 1."""
HANDLE_CPU_MS = 17.0
"""For 2 MB through a Serve handle: half of what two cores needed for the gateway, the client, the replicas and Ray
together, which passed 57 images a second in a prototype (2026-11-28, Ray 2.60)."""
LEDGER_BYTES = 500
"""A row with its index entries in PostgreSQL."""
LIFETIME_H = Settings().storage.lifetime_s / 3600
PUT_USD = 0.005 / 1000
"""Amazon S3 Standard, us-east-1; also the 0.023 USD for a gigabyte and month."""
GB_MONTH_USD = 0.023
PUTS_PER_PREFIX = 3500
"""A second, that Amazon S3 promises for each prefix of a bucket, before it splits it further."""
DEFAULT_CONNECTIONS = 100
"""PostgreSQL's `max_connections`."""


@dataclass(frozen=True, slots=True)
class Need:
    """Of one part. `unit_rate`: what one unit serves a second; `unit`: a core, a server, a connection."""

    part: str
    rate: float
    unit_rate: float
    unit: str

    @property
    def units(self) -> float:
        return self.rate / self.unit_rate


@dataclass(frozen=True, slots=True)
class Fleet:
    """All images are requested one by one, and returned as URLs: the most requests, and the most work for the store."""

    model: ModelTimes
    services: Mapping[str, Any]

    @property
    def images_per_s(self) -> float:
        return NUM_GPUS / self.model.total_s

    @property
    def images_a_day(self) -> float:
        return self.images_per_s * 86_400

    @property
    def gbit_per_s(self) -> float:
        """Through the gateways, once in and once out."""
        return 2 * self.images_per_s * IMAGE_BYTES * 8 / 1e9

    @property
    def gateway_cpu_ms(self) -> float:
        return float(self.services["gateway_cpu_ms"] + self.services[f"router_{NUM_GPUS}_cpu_ms"]) + HANDLE_CPU_MS

    @property
    def gateway_cores(self) -> float:
        return self.images_per_s * self.gateway_cpu_ms / 1000 / USABLE

    @property
    def num_gateways(self) -> int:
        """Processes of one core each."""
        return max(2, round(self.gateway_cores + 0.5))

    @property
    def database_cores(self) -> float:
        row_us = self.services["ledger_small_cpu_us"] + self.services["reserve_many_keys_cpu_us"]
        return float(self.images_per_s * row_us / 1e6 / USABLE)

    @property
    def database_connections(self) -> int:
        return self.num_gateways * (POOL_SIZE + MAX_OVERFLOW)

    @property
    def redis_cores(self) -> float:
        """Redis runs scripts on one core only."""
        renewals = self.num_gateways / RENEW_S
        return float((self.images_per_s + renewals) * self.services["limits_cpu_us"] / 1e6 / USABLE)

    @property
    def ledger_gb_a_month(self) -> float:
        return self.images_a_day * 30 * LEDGER_BYTES / 1e9

    @property
    def store_bytes_per_s(self) -> float:
        return self.images_per_s * IMAGE_BYTES

    @property
    def stored_tb(self) -> float:
        return self.store_bytes_per_s * LIFETIME_H * 3600 / 1e12

    @property
    def store_usd_a_day(self) -> float:
        return self.images_a_day * PUT_USD + self.stored_tb * 1000 * GB_MONTH_USD / 30

    def needs(self) -> list[Need]:
        """What grows with the fleet, in units of which one cannot be split further without work on the code."""
        rate, services = self.images_per_s, self.services
        one_key = float(services["reserve_one_key_per_s"])
        return [
            Need("gateway, one process", rate, USABLE * 1000 / self.gateway_cpu_ms, "processes"),
            Need(
                "PostgreSQL, connections",
                self.num_gateways,
                DEFAULT_CONNECTIONS / (POOL_SIZE + MAX_OVERFLOW),
                "times the default",
            ),
            Need("budget of a single key", rate, one_key, "times what one key may send"),
            Need("PostgreSQL, cores", rate, rate / self.database_cores, "cores"),
            Need("Redis, one core", rate, rate / self.redis_cores, "cores"),
            Need("S3, writes of a prefix", rate, PUTS_PER_PREFIX, "prefixes"),
        ]


def load_fleets() -> list[Fleet]:
    services = json.loads(SERVICES.read_text(encoding="utf-8"))
    return [Fleet(model, services) for model in MODELS]
