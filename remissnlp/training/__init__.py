"""From running text to a model: what makes `models/`, and nothing that a run needs."""

from remissnlp.training.train import TrainingOptions, train_static

__all__ = ["TrainingOptions", "train_static"]
