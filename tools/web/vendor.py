"""Copies the browser libraries of package-lock.json into overrides/assets/vendor, with their licences and digests.

    python3 tools/web/vendor.py

Needs npm, which checks each package against its digest in the lock. Only for who changes a version: what it writes is
committed, and `vendor.json` says where each file comes from.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
VENDOR = HERE.parents[1] / "overrides/assets/vendor"
FILES = {"lunr": ("lunr.min.js", "LICENSE")}
"""Package -> what is taken from it."""


def main() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text())["packages"]
    shutil.rmtree(VENDOR, ignore_errors=True)
    taken = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, Path(folder, name))
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
        for package, files in FILES.items():
            said = lock[f"node_modules/{package}"]
            there = f"{package}-{said['version']}"
            (VENDOR / there).mkdir(parents=True)
            for file in files:
                shutil.copyfile(Path(folder, "node_modules", package, file), VENDOR / there / file)
            taken[there] = {
                "licence": said["license"],
                "package": said["integrity"],
                "files": {file: _digest(VENDOR / there / file) for file in files},
            }
    (VENDOR / "vendor.json").write_text(json.dumps(taken, indent=2) + "\n")


def _digest(path: Path) -> str:
    return "sha256-" + hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
