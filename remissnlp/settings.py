"""What a user may choose for a run. Every choice is part of the run's fingerprint."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from remissnlp.reading.limits import DEFAULT_LIMITS, Limits


class ModelOptions(BaseModel):
    """How a model of someone else's is used; see `load_encoder`. The embedded one heeds only the prompt."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    device: str | None = None
    batch_size: int = Field(default=32, ge=1)
    prompt: str | None = None
    max_length: int | None = Field(default=None, ge=16)
    trust_remote_code: bool = False


class Settings(BaseModel):
    """Settings of one run; the defaults are those of ``remissnlp run``.

    Attributes
    ----------
    model : str or None
        Sentence-embedding model: None for the embedded one, else a name or a folder.
    model_options : ModelOptions
        Device, batch size, prompt and maximum length of that model.
    threshold : float or None
        Mean similarity under which two groups are no longer one tema; None for the fitted one.
    min_size : int
        A tema holds at least this many synpunkter.
    kodbok : str or None
        Codebook: a file, "allman" for the one that ships with the package, or "ingen" for none. None is
        kodbok.toml in the corpus, where there is one.
    random_state : int
        Seed, for the parts that draw at random.
    limits : Limits
        What reading one file may cost: megabytes, pages, seconds, parts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str | None = None
    model_options: ModelOptions = ModelOptions()
    threshold: float | None = Field(default=None, gt=0, le=2)
    min_size: int = Field(default=2, ge=1)
    kodbok: str | None = None
    random_state: int = 0
    limits: Limits = DEFAULT_LIMITS
