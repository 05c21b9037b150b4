"""What every test shares: examples are not timed, as machines differ, and are the same on every CI run."""

import os

from hypothesis import settings

settings.register_profile("remissnlp", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("remissnlp")
