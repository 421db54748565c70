"""A small checklist as an operator writes it."""

from domain.languages import LANGUAGES


def checklist_yaml(*sizes: int, identifier: str = "tick") -> str:
    """A checklist of so many sections a, b, c… and questions a1, a2 and so on."""
    lines = [
        f"id: {identifier}",
        'meaning: "1"',
        "scoring: checklist",
        f"title: {_said('The list')}",
        f"about: {_said('About the list')}",
        "sections:",
    ]
    for name, size in zip("abcdefghij", sizes, strict=False):
        lines += [
            f"  - code: {name}",
            "    scored: yes",
            f"    advice: {'metrics' if name == 'a' else 'journeys'}",
            f"    title: {_said(f'Section {name}')}",
            f"    axis: {_said(name.upper())}",
            f"    strength: {_said(f'Strong in {name}.')}",
            f"    zone: {_said(f'Begin in {name}.')}",
            "    questions:",
        ]
        for number in range(1, size + 1):
            lines += [
                f"      - code: {name}{number}",
                "        kind: yes_no",
                f"        name: {_said(f'Point {name}{number}')}",
                f"        text: {_said(f'We do {name}{number}.')}",
                f"        step: {_said(f'Start {name}{number} now.')}",
            ]
    return "\n".join(lines)


def _said(words: str) -> str:
    """The same words in every language."""
    return "{" + ", ".join(f'{language}: "{words}"' for language in LANGUAGES) + "}"
