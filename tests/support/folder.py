"""Content as an operator writes it: a small instrument in YAML, and folders of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from content.library import Library, load_library
from content.tree import ContentError

DEMO = """\
id: demo
meaning: "1"
scoring: blocks
profile: no
title: {ru: "Проба", uk: "Проба", en: "Demo"}
about: {ru: "О пробе", uk: "Про пробу", en: "About it"}
scales:
  extent:
    - {ru: "нет", uk: "ні", en: "no"}
    - {ru: "да", uk: "так", en: "yes"}
extras:
  - code: unknown
    label: {ru: "не знаю", uk: "не знаю", en: "unknown"}
express:
  - "1.1"
  - "2.1"
  - "3.1"
sections:
  - code: start
    questions:
      - code: nps
        kind: likelihood
        name: {ru: "а", uk: "а", en: "a"}
        text: {ru: "а?", uk: "а?", en: "a?"}
  - code: one
    scored: yes
    title: {ru: "Один", uk: "Один", en: "One"}
    axis: {ru: "Один", uk: "Один", en: "One"}
    questions:
      - code: "1.1"
        name: {ru: "б", uk: "б", en: "b"}
        text: {ru: "б.", uk: "б.", en: "b."}
        hint: {ru: "б!", uk: "б!", en: "b!"}
        levels:
          1: {ru: "в", uk: "в", en: "c"}
        step: {ru: "г", uk: "г", en: "d"}
  - code: two
    scored: yes
    title: {ru: "Два", uk: "Два", en: "Two"}
    axis: {ru: "Два", uk: "Два", en: "Two"}
    questions:
      - code: "2.1"
        name: {ru: "к", uk: "к", en: "k"}
        text: {ru: "к.", uk: "к.", en: "k."}
  - code: three
    scored: yes
    title: {ru: "Три", uk: "Три", en: "Three"}
    axis: {ru: "Три", uk: "Три", en: "Three"}
    questions:
      - code: "3.1"
        name: {ru: "л", uk: "л", en: "l"}
        text: {ru: "л.", uk: "л.", en: "l."}
  - code: end
    questions:
      - code: why
        kind: text
        optional: yes
        when:
          nps: 0-6
        name: {ru: "д", uk: "д", en: "e"}
        text: {ru: "д?", uk: "д?", en: "e?"}
        variants:
          - when: {nps: answered}
            text: {ru: "е?", uk: "е?", en: "f?"}
      - code: colour
        kind: choice
        name: {ru: "ё", uk: "є", en: "g"}
        text: {ru: "ё?", uk: "є?", en: "g?"}
        options:
          - code: red
            label: {ru: "ж", uk: "ж", en: "h"}
          - code: blue
            label: {ru: "з", uk: "з", en: "i"}
      - code: sum
        kind: number
        low: 0
        high: 100
        name: {ru: "и", uk: "и", en: "j"}
        text: {ru: "и?", uk: "и?", en: "j?"}
"""
"""One of each kind of thing that an instrument may hold."""


def line_of(text: str, part: str) -> int:
    """The line where `part` first stands; 1 for the first."""
    assert part in text, part
    return text[: text.index(part)].count("\n") + 1


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes files, making their folders."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def load(folder: Path, **files: str | bytes) -> Library:
    """The library with these files in CONTENT_DIR; `demo` stands for its instrument.yaml."""
    named = {_name(name): content for name, content in files.items()}
    return load_library(lay(folder, named))


def faults_of(folder: Path, **files: str | bytes) -> tuple[str, ...]:
    """What is wrong with content that must not load."""
    with pytest.raises(ContentError) as caught:
        load(folder, **files)
    assert str(caught.value) == "\n".join(caught.value.faults)
    return caught.value.faults


def _name(name: str) -> str:
    """`demo` → demo/instrument.yaml, `over_map` → map.yaml, `part` → demo/part.yaml."""
    if name == "demo":
        return "demo/instrument.yaml"
    if name.startswith("over_"):
        return f"{name.removeprefix('over_')}.yaml"
    return f"demo/{name}.yaml"
