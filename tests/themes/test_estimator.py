"""ThemeModel under scikit-learn's own checks of an estimator.

The checks feed rows of numbers. ThemeModel takes texts and says so in its tags, so that scikit-learn itself
leaves out what needs numbers; `OnNumbers` spells every row as a text, so that the rest is checked as well.
None is expected to fail.
"""

from __future__ import annotations

import time

import pytest
from sklearn.utils.estimator_checks import parametrize_with_checks
from sklearn.utils.validation import validate_data

from remissnlp.themes import ThemeModel
from tests.themes.conftest import TrigramEncoder


class OnNumbers(ThemeModel):
    """ThemeModel on rows of numbers: a row becomes a text with a word for every number."""

    def __init__(self, *, encoder=None, threshold=None, weights=None, min_size=2, random_state=None):
        super().__init__(
            encoder=encoder,
            threshold=threshold,
            weights=weights,
            min_size=min_size,
            random_state=random_state,
        )

    def fit(self, X, y=None):  # noqa: N803
        rows = validate_data(self, X, dtype="float64")
        return super().fit([" ".join(f"v{j}n{x:.0f}" for j, x in enumerate(row)) for row in rows], y)

    def fit_predict(self, X, y=None):  # noqa: N803
        return self.fit(X, y).labels_

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array, tags.input_tags.one_d_array = True, False
        return tags


@pytest.mark.filterwarnings("ignore:Can't test estimator ThemeModel")
@parametrize_with_checks([ThemeModel(encoder=TrigramEncoder()), OnNumbers(encoder=TrigramEncoder())])
def test_scikit_learns_checks(estimator, check):
    check(estimator)


def test_seconds_grow_no_faster_than_the_number_of_pairs():
    # Twice the texts are four times the pairs; benchmarks/clustering_speed.py prints seconds.
    def seconds(n):
        texts = [f"Punkt {i % 97} och {i % 89} bör ändras i avsnitt {i % 83}." for i in range(n)]
        start = time.process_time()
        ThemeModel(encoder=TrigramEncoder()).fit(texts)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(1200) for _ in range(2)) < 8 * min(seconds(600) for _ in range(3))
