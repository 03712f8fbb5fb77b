"""Checks and groups of checks. Each module in `groups` creates one Group and registers its checks."""

from collections.abc import Callable
from dataclasses import dataclass, field

from limner.conformance.result import ValidationMode
from limner.conformance.target import Target

Run = Callable[[Target], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    id: str
    group: str
    sentence: str
    run: Run
    only: ValidationMode | None
    """The validation mode in which it applies; None: both."""
    needs: tuple[str, ...]
    """Endpoints, features and models that it requires; see `Target.require`."""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    needs: tuple[str, ...] = ()
    checks: list[Check] = field(default_factory=list)

    def check(
        self, sentence: str, *, only: ValidationMode | None = None, needs: tuple[str, ...] = ()
    ) -> Callable[[Run], Run]:
        def register(run: Run) -> Run:
            self.add(run.__name__.replace("_", "-"), sentence, run, only=only, needs=needs)
            return run

        return register

    def add(
        self, name: str, sentence: str, run: Run, *, only: ValidationMode | None = None, needs: tuple[str, ...] = ()
    ) -> None:
        check_id = f"{self.name}.{name.replace(' ', '-')}"
        assert all(check.id != check_id for check in self.checks), check_id
        needed = (*self.needs, *(("published",) if only == "strict" else ()), *needs)
        self.checks.append(Check(id=check_id, group=self.name, sentence=sentence, run=run, only=only, needs=needed))
