from __future__ import annotations

import ast
from pathlib import Path

import pytest

from remissnlp.store.versions import PACKAGE, ROOMS, stage_version

# Imports of these decide no result: what is only declared, and what only tells how far the work is.
UNTIL_RUN = {"remissnlp._version"}


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("remissnlp."):
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("remissnlp.")}
    return found


@pytest.mark.parametrize("stage", ["reading", "extraction", "vectors", "themes"])
def test_no_import_leads_out_of_a_stage(stage):
    rooms = ROOMS[stage]
    allowed = tuple(f"remissnlp.{room.removesuffix('.py')}" for room in rooms)
    for room in rooms:
        place = PACKAGE / room
        for path in [place] if place.is_file() else place.rglob("*.py"):
            out = {name for name in _imports(path) if not name.startswith(allowed) and name not in UNTIL_RUN}
            if path.name == "records.py":
                out -= {n for n in out if n.split(".")[1] in ("frames", "notebook", "editing")}
            assert not out, f"{path.name} imports {out}, which {stage} does not count on"


def test_a_version_changes_with_the_code(tmp_path, monkeypatch):
    (tmp_path / "themes").mkdir()
    source = tmp_path / "themes" / "a.py"
    seen = set()
    monkeypatch.setattr("remissnlp.store.versions.PACKAGE", tmp_path)
    monkeypatch.setattr("remissnlp.store.versions.ROOMS", {"themes": ("themes",)})
    for text in ("a = 1\n", "a = 1\r\n", "a = 2\n"):
        source.write_bytes(text.encode())
        stage_version.cache_clear()
        seen.add(stage_version("themes"))
    stage_version.cache_clear()
    assert len(seen) == 2
