"""What runs remember: one SQLite file beside the reports, with stage results, runs, teman and edits."""

from remissnlp.store.store import Store, open_store

__all__ = ["Store", "open_store"]
