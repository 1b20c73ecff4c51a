"""Microsoft's Open XML SDK as a judge of our files."""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tools.conformance import office

VERSIONS = ("Office2016", "Microsoft365")


def errors(files: Mapping[str, bytes], version: str, folder: Path) -> dict[str, Any]:
    """What the validator finds in some files for a version of Office, by the file's name."""

    def judged(name: str) -> tuple[str, Any]:
        path = folder / name.replace("/", "--")
        path.write_bytes(files[name])
        return name, office.errors(path, version)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {name: found for name, found in pool.map(judged, files) if found}
