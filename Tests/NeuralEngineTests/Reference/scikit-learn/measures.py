"""Writes measures.json: what scikit-learn says of scores and of confusion matrices. Made with scikit-learn 1.9.1:

    python3 measures.py > measures.json
"""

import json

import numpy as np
from sklearn.metrics import auc, precision_recall_fscore_support, roc_auc_score, roc_curve

random = np.random.default_rng(7)


def curve(scores, positive):
    fpr, tpr, thresholds = roc_curve(positive, scores, drop_intermediate=False)
    assert abs(auc(fpr, tpr) - roc_auc_score(positive, scores)) < 1e-12
    rows = []
    for threshold in [-0.5, 0.0, 0.25, 0.5]:
        precision, recall, f1, _ = precision_recall_fscore_support(
            positive, scores >= threshold, average="binary", zero_division=np.nan)
        rows.append([threshold] + [None if np.isnan(v) else float(v) for v in (precision, recall, f1)])
    return {
        "scores": scores.tolist(), "positive": [bool(p) for p in positive], "area": float(auc(fpr, tpr)),
        "rates": [[float(f), float(t)] for f, t in zip(fpr, tpr)], "thresholds": rows}


def eighths(count, shift):
    """Scores that a float holds exactly, many of them equal, and labels that they tell roughly."""
    positive = random.random(count) < 0.4
    scores = np.round((random.normal(size=count) + shift * positive) * 8) / 8
    return scores, positive


truth = random.integers(0, 4, 60)
answer = np.where(random.random(60) < 0.7, truth, random.integers(0, 3, 60))
precision, recall, f1, support = precision_recall_fscore_support(truth, answer, labels=range(4), zero_division=np.nan)
print(json.dumps({
    "curves": [curve(*eighths(40, 1.5)), curve(*eighths(12, 0.0)), curve(*eighths(25, -1.0))],
    "classes": {
        "truth": truth.tolist(), "answer": answer.tolist(), "precision": precision.tolist(), "recall": recall.tolist(),
        "f1": f1.tolist()}}))
