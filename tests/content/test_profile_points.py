"""Ratings of a profile share one scale: a mean over several would mean nothing."""

from pathlib import Path

import pytest

from tests.support.folder import faults_of, load

PROFILE = """\
id: demo
meaning: "1"
scoring: profile
title: {ru: "Проба", uk: "Проба", en: "Demo"}
about: {ru: "О пробе", uk: "Про пробу", en: "About it"}
sections:
  - code: one
    scored: yes
    title: {ru: "Один", uk: "Один", en: "One"}
    axis: {ru: "Один", uk: "Один", en: "One"}
    questions:
      - code: a
        kind: rating
        points: 5
        note: yes
        ends:
          low: {ru: "нет", uk: "ні", en: "no"}
          high: {ru: "да", uk: "так", en: "yes"}
        name: {ru: "а", uk: "а", en: "a"}
        text: {ru: "а?", uk: "а?", en: "a?"}
      - code: b
        kind: rating
        points: 5
        ends:
          low: {ru: "нет", uk: "ні", en: "no"}
          high: {ru: "да", uk: "так", en: "yes"}
        name: {ru: "б", uk: "б", en: "b"}
        text: {ru: "б?", uk: "б?", en: "b?"}
"""


def test_one_scale(tmp_path: Path) -> None:
    """Notes are wished question by question."""
    demo = load(tmp_path, demo=PROFILE).instruments["demo"]
    assert [(q.points, q.takes_note) for q in demo.questions] == [(5, True), (5, False)]


@pytest.mark.parametrize("points", ["3", "7"])
def test_two_scales(tmp_path: Path, points: str) -> None:
    """Named as a fault of the instrument."""
    head, _, tail = PROFILE.rpartition("points: 5")
    (fault,) = faults_of(tmp_path, demo=f"{head}points: {points}{tail}")
    assert "all ratings of a profile need the same “points”" in fault
