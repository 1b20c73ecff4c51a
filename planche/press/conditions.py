"""Printing conditions: what paper and press a file is made for, and its ICC profile."""

from dataclasses import dataclass
from pathlib import Path

from planche.diagnostics import Fault, FaultError

ICC_REGISTRY = "http://www.color.org"
"""The registry of characterized printing conditions (ISO 15930-7:2010, 6.2.2)."""

OWN_MOST_INK = 300
"""Most ink in percent of a condition that is none of ours, where the run says no other."""


@dataclass(frozen=True)
class Condition:
    """A printing condition.

    `identifier` is its name in the ICC's registry, `info` what its profile is called, `file` the
    profile's name in assets/icc, `most_ink` the total area coverage that its paper takes, in
    percent; `registered` says whether the registry has it.
    """

    identifier: str
    info: str
    file: str
    most_ink: int
    registered: bool = True


CONDITIONS: dict[str, Condition] = {
    each.identifier: each
    for each in (
        # Ink limits: the profiles' own (ECI) for coated paper; for uncoated less than the
        # profile's 300, as sheet-fed printers ask (GWG 2022, Sheetfed Offset).
        Condition("FOGRA39", "ISO Coated v2 300% (ECI)", "ISOcoated_v2_300_bas.icc", 300),
        Condition("FOGRA51", "PSO Coated v3 (ECI)", "PSOcoated_v3.icc", 300),
        Condition("FOGRA52", "PSO Uncoated v3 (FOGRA52)", "PSOuncoated_v3_FOGRA52.icc", 260),
    )
}
"""The conditions that a run can name without more, by their identifiers."""


def condition_of(identifier: str, profile: str | None) -> Condition:
    """The condition of a name, printed with the profile in a file if another is given.

    Raises FaultError for an unknown name without a profile.
    """
    known = CONDITIONS.get(identifier)
    if known and profile in (None, known.file):
        return known
    if profile is None:
        raise FaultError("unknown-condition", found=identifier, known=" / ".join(CONDITIONS))
    most_ink = known.most_ink if known else OWN_MOST_INK
    return Condition(identifier, Path(profile).stem, profile, most_ink, known is not None)


def read_profile(condition: Condition, folder: Path) -> bytes:
    """The profile of a condition, from the folder of profiles.

    Raises FaultError where it is not there or is no profile of CMYK output: its header has the
    signature `acsp`, the class `prtr` and the colour space `CMYK` (ICC.1:2010, 7.2).
    """
    path = folder / condition.file
    inside = path.parent.resolve() == folder.resolve()
    try:
        data = path.read_bytes() if inside else None
    except OSError:
        data = None
    if data is None:
        raise FaultError("profile-missing", file=condition.file, condition=condition.identifier)
    if (data[36:40], data[12:16], data[16:20]) != (b"acsp", b"prtr", b"CMYK"):
        raise FaultError("profile-not-cmyk", file=condition.file)
    return data


def condition_fault(
    identifier: str | None, profile: str | None, otherwise: str, folder: Path
) -> Fault | None:
    """What is wrong with a condition and its profile as they are named; None if nothing is.

    `otherwise` is the condition that is meant where none is named.
    """
    try:
        read_profile(condition_of(identifier or otherwise, profile), folder)
    except FaultError as error:
        return error.fault
    return None
