"""Made-up profiles and worksheets, with the shortest and the longest words there may be."""

from collections.abc import Sequence
from dataclasses import replace

from results.facts_profile import (
    ProfileFacts,
    RatedItem,
    RatedSection,
    WorksheetFacts,
    WorksheetItem,
    WorksheetSection,
)

POINTS = 5
NAME = "Термінова допомога і скарги"
END = "Правильні будь-якої миті"
LONG_NAME = "Щ" * 28
LONG_END = "Щиро дякуємо за широку й щедру підтримку нашої дружби завжди"[:60]
LONG_TITLE = "Найдовша назва розділу, яка тільки поміщається в шістдесят"
TEXT = "Чи легко клієнтові звернутися по термінову допомогу або поскаржитися?"
STEP = "Пройдіть цей шлях самі: знайдіть, куди скаржитися, і засічіть час."


def item(
    level: int | None = 3, *, name: str = NAME, end: str = END, has_note: bool = False
) -> RatedItem:
    """One rated thing."""
    return RatedItem(name, end, end, level, has_note)


def profile(items: Sequence[RatedItem], sections: int = 4, points: int = POINTS) -> ProfileFacts:
    """A profile of so many sections of about the same size."""
    parts = [items[number::sections] for number in range(sections)]
    return ProfileFacts(
        title="Діагностика стосунків із клієнтами",
        subtitle="Що далі праворуч, то менше випадкового",
        viewpoint="Погляд однієї людини · топменеджер",
        mean="2,8 з 5",
        mean_caption="у середньому",
        points=points,
        sections=[RatedSection(f"Розділ {n}", part) for n, part in enumerate(parts, start=1)],
        missing="без оцінки",
        noted="є ваша нотатка",
        date="22 вересня 2026",
        brand="Марія Лебедєва",
    )


def sheet_item(note: str = "", level: int | None = 3, step: str = STEP) -> WorksheetItem:
    """One rated thing with its note."""
    return WorksheetItem(NAME, TEXT, "Важко й довго", END, level, note, step)


def worksheet(
    notes: Sequence[str] = ("",) * 11, sections: int = 4, step: str = STEP
) -> WorksheetFacts:
    """A worksheet with these notes, one an item; names are numbered."""
    items = [
        replace(sheet_item(note, number % 5 + 1, step), name=f"Пункт №{number}")
        for number, note in enumerate(notes)
    ]
    size = -(-len(items) // sections)
    return WorksheetFacts(
        language="uk",
        name="Робочий аркуш",
        title="Діагностика стосунків із клієнтами",
        viewpoint="Погляд однієї людини · топменеджер",
        mean="У середньому 2,8 з 5",
        intro="Візьміть аркуш на зустріч.",
        points=POINTS,
        sections=[
            WorksheetSection(f"Розділ {n + 1}", items[n * size : (n + 1) * size])
            for n in range(sections)
        ],
        missing="без оцінки",
        note_heading="Ваша нотатка",
        step_heading="Наступний крок",
        decision="Що вирішили",
        who="Хто",
        when="Коли",
        lost="Емодзі на аркуші не друкуються.",
        date="22 вересня 2026",
        brand="Марія Лебедєва",
    )
