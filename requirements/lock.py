"""Write run.lock and dev.lock: the exact versions that `make run` and `make test` install.

    python3.11 requirements/lock.py

The pins are resolved from pyproject.toml on the oldest Python that the project supports, as versions that
install there install on the newer ones too. dev.lock holds everything that run.lock does, at the same
versions. Packages that only another system needs are left to pip.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
EXTRAS = "models,notebooks,dev"
# Held back on purpose: the release that the models were trained and their vectors compared with.
HELD = {"torch": "2.13.0"}
HEADER = "# Made by `make lock` from pyproject.toml; edit that and run it again.\n"


def main() -> None:
    """Resolve both sets and write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    if sys.version_info[:2] != tuple(int(part) for part in oldest.split(".")):
        sys.exit(f"Run this with Python {oldest}: the pins must install on the oldest Python supported.")
    run = resolve(".")
    write(HERE / "run.lock", run)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as constraints:
        constraints.write("".join(f"{name}=={version}\n" for name, version in (run | HELD).items()))
        constraints.flush()
        write(HERE / "dev.lock", resolve(f".[{EXTRAS}]", "--constraint", constraints.name))


def resolve(requirement: str, *options: str) -> dict[str, str]:
    """Return the version of every package that pip would install for `requirement`, the project apart."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
    command += ["--report", "-", *options, requirement]
    report = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = [item["metadata"] for item in report["install"] if not item["is_direct"]]
    # A local version such as 2.13.0+cpu names one build; the pin is the release.
    return {package["name"].lower(): package["version"].partition("+")[0] for package in packages}


def write(path: Path, packages: dict[str, str]) -> None:
    """Write one lock file, sorted."""
    lines = [f"{name}=={version}\n" for name, version in sorted(packages.items())]
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    sys.stdout.write(f"{path.relative_to(ROOT)}: {len(lines)} packages\n")


if __name__ == "__main__":
    main()
