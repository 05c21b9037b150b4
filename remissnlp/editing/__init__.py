"""What people correct: an append-only log of edits, replayed on every run."""
