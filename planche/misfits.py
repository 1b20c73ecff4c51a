"""What is wrong with a sound set once it is laid out: told at its plate, each fault once."""

from collections.abc import Iterable

from planche.diagnostics import Diagnostic, Fault
from planche.logo.mark import Logo
from planche.set_logo import unprintable
from planche.source import Reading


def misfits(
    reading: Reading, logo: Logo | None, faults: Iterable[tuple[str, Fault]]
) -> list[Diagnostic]:
    """The faults of plates at their places, and a logo that the print runs cannot be printed with.

    `faults` come by plate, from every medium in turn; of those of one plate and code the first
    is told: paper and slides need not both complain.
    """
    once: dict[tuple[str, str], tuple[str, Fault]] = {}
    for plate, fault in faults:
        once.setdefault((plate, fault.code), (plate, fault))
    found = [Diagnostic(reading.places[plate], fault) for plate, fault in once.values()]
    runs = reading.items.get("print_runs", ())
    if runs and logo:
        found += [Diagnostic(runs[0], fault) for fault in unprintable(logo)]
    return found
