"""What a run leaves behind for people and programs: teman.json, web page, Word, Excel, tables."""

from remissnlp.reporting.folder import render_run, write_run
from remissnlp.reporting.teman_json import load_run

__all__ = ["load_run", "render_run", "write_run"]
