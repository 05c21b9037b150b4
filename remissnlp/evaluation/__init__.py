"""How well a run agrees with people who have coded the same responses by hand."""

from remissnlp.evaluation.records import Evaluation
from remissnlp.evaluation.scoring import evaluate

__all__ = ["Evaluation", "evaluate"]
