"""What every test shares: examples are not timed, as machines differ and may be busy."""

from hypothesis import settings

settings.register_profile("remissnlp", deadline=None)
settings.load_profile("remissnlp")
