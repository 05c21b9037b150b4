"""Texts to vectors: the encoder protocol, the embedded model, and any other model."""

from remissnlp.embedding.encoder import Encoder
from remissnlp.embedding.loading import load_encoder

__all__ = ["Encoder", "load_encoder"]
