"""The funnel against a plain count over everybody's way: branching, going back, coming back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert, update

from domain.attempt import Attempt
from domain.kinds import Kind, Mode
from domain.person import Person
from domain.questionnaire import SKIPPED, Condition, Instrument, Profile, Section
from domain.scoring import score
from storage.cipher import Cipher
from storage.database import Database
from storage.funnel import UNDER_WAY, Funnel, read_funnel
from storage.models import attempts, campaigns
from storage.records import Records
from tests.storage.export_world import seeded
from tests.support.made import NOW, someone
from tests.support.questionnaires import block, instrument, question, say

ROLES = ("manager", "employee", "none", None)
CODES = ("", "one", "two", "small", "hidden")
"""Where people come from: no campaign, three of them, and an anonymous one."""


def _when(reference: str, *values: str) -> tuple[Condition, ...]:
    return (Condition(reference, frozenset(values) or None),)


def _plain(code: str, *questions: Any) -> Section:  # noqa: ANN401 - questions
    return Section(code, questions, title=say(code))


CURRENT = replace(
    instrument(
        _plain(
            "intro",
            question("way", Kind.CHOICE, choices=("x", "y")),
            question("mood", Kind.LIKELIHOOD, when=_when("role", "manager")),
        ),
        block("a", question("a1"), question("a2"), question("a3", when=_when("way", "x"))),
        block("b", question("b1", when=_when("way", "y")), question("b2", when=_when("a1", "5"))),
        _plain("end", question("why", Kind.TEXT, optional=True, when=_when("mood"))),
        express=("a1", "b1"),
    ),
    version="c" * 16,
)
OLDER = replace(
    instrument(
        block("a", question("a1"), question("b1"), question("old", when=_when("a1", "1", "2"))),
        _plain("gone", question("gone1")),
        express=("a1",),
    ),
    version="o" * 16,
)


class Shelf:
    """Both versions, as a catalogue."""

    def knows(self, version: str) -> bool:
        """Always."""
        return version in {CURRENT.version, OLDER.version}

    def known(self, version: str) -> Instrument:
        """The version."""
        return CURRENT if version == CURRENT.version else OLDER

    def version(self, version: str, _source: str) -> Instrument:
        """The version."""
        return self.known(version)

    def source(self, _version: str) -> str:
        """Nothing to be read."""
        return "{}"


@dataclass(frozen=True)
class Walk:
    """What a test knows of an attempt."""

    person: int
    number: int
    campaign: str
    attempt: Attempt
    moved_at: datetime
    is_trial: bool


@pytest.fixture
async def walked(migrated_url: str, cipher: Cipher) -> Any:  # noqa: ANN401 - a generator
    """A database with both versions."""
    database = Database(migrated_url, cipher, Shelf())
    yield database
    await database.close()


def stroll(random: Random, attempt: Attempt, steps: int) -> Attempt:
    """Some way through: answers, skips, and now and then back to change one."""
    for _ in range(steps):
        at = attempt.position
        if at is None:
            break
        one = attempt.question
        if random.random() < 0.25 and any(step < at for step in attempt.steps):
            attempt = attempt.went_back(at)
        elif one.is_written and random.random() < 0.5:
            attempt = attempt.wrote("…").went_on(at)
        else:
            attempt = attempt.tapped(at, random.choice(one.tokens))
    return attempt


async def _somebody(database: Database, chat_id: int) -> Person:
    return await database.write(lambda records: records.people.create(someone(chat_id), ""))


async def fill(database: Database, random: Random, people: int) -> list[Walk]:
    """Made-up people, each with one to three attempts, some of them again and again."""
    rows: dict[str, int | None] = {"": None}

    async def open_campaigns(records: Records) -> None:
        for code in CODES[1:]:
            made = insert(campaigns).values(
                code=code, title=code, instrument="made", created_at=NOW,
                is_anonymous=code == "hidden",
            )  # fmt: skip
            done = await records.connection.execute(made.returning(campaigns.c.id))
            rows[code] = done.scalar_one()
        for code, started in (("", 30), ("one", 20), ("hidden", 5), ("?", 7)):
            await records.campaigns.count_visit(code, NOW, started=started, consented=started // 2)

    await database.write(open_campaigns)
    walks: list[Walk] = []
    for number in range(people):
        person = await _somebody(database, number + 1)
        for _ in range(random.choice([1, 1, 2, 3])):
            code = random.choices(CODES, [6, 6, 4, 1, 2])[0]
            walks.append(await _walk(database, random, person, code, rows[code], len(walks)))

    async def cut(records: Records) -> None:
        of_some = update(attempts).where(attempts.c.person_id % random.choice([5, 9]) == 0)
        await records.connection.execute(of_some.values(person_id=None))

    await database.write(cut)  # as after the retention
    return walks


async def _walk(
    database: Database, random: Random, person: Person, code: str, row: int | None, number: int
) -> Walk:
    made = random.choice([CURRENT, CURRENT, OLDER])
    begun = Attempt(
        f"k{number:07}", made, random.choice(list(Mode)), Profile(random.choice(ROLES))
    ).started()
    halfway = stroll(random, begun, random.randrange(4))
    attempt = stroll(random, halfway, random.choice([0, 2, 5, 40]))
    age = random.choice([timedelta(), UNDER_WAY, UNDER_WAY + timedelta(seconds=1), timedelta(9)])
    moved_at = NOW - age
    is_trial = random.random() < 0.1

    async def unit(records: Records) -> None:
        now = moved_at - timedelta(days=1)
        campaign = None if row is None else await records.campaigns.by_id(row)
        come = replace(person, campaign=campaign)
        attempt_id = await records.attempts.create(come, begun, now, is_trial=is_trial)
        await records.attempts.save(attempt_id, halfway, now)
        if attempt.position is None:
            await records.attempts.finish(attempt_id, attempt, score(attempt), moved_at)
        else:
            await records.attempts.save(attempt_id, attempt, moved_at)

    await database.write(unit)
    return Walk(person.id, number, code, attempt, moved_at, is_trial)


def counted(walks: Iterable[Walk], mode: Mode) -> list[Walk]:
    """One attempt a person and campaign: the finished one, or else the latest."""
    chosen: dict[object, Walk] = {}
    for walk in walks:
        if walk.is_trial or walk.campaign == "hidden" or walk.attempt.mode is not mode:
            continue
        key = (walk.person, walk.campaign)
        best = chosen.get(key)
        if best is None or _rank(walk) > _rank(best):
            chosen[key] = walk
    return list(chosen.values())


def _rank(walk: Walk) -> tuple[bool, datetime, int]:
    return walk.attempt.position is None, walk.moved_at, walk.number


def put_to(walk: Walk) -> list[str]:
    """The questions somebody is asked, read off the questionnaire."""
    facts: dict[str, Any] = {"role": walk.attempt.profile.role, **walk.attempt.answers}
    found = []
    for section in walk.attempt.instrument.sections:
        for one in section.questions:
            is_short = walk.attempt.mode is Mode.EXPRESS and section.scored
            if is_short and one.code not in walk.attempt.instrument.express:
                continue
            known = [facts.get(c.reference) for c in one.when]
            if all(
                value not in {None, SKIPPED} and (c.values is None or str(value) in c.values)
                for value, c in zip(known, one.when, strict=True)
            ):
                found.append(one.code)
    return found


SECTIONS = {
    **{code: "gone" if code == "gone1" else "a" for code in ("old", "gone1")},
    "way": "intro",
    "mood": "intro",
    "a1": "a",
    "a2": "a",
    "a3": "a",
    "b1": "b",
    "b2": "b",
    "why": "end",
}
"""Of the newest version that has the question."""


def naive(walks: Sequence[Walk]) -> Mapping[str, Any]:
    """The figures of these people, counted one by one."""
    put: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    left: Counter[str] = Counter()
    spared: Counter[str] = Counter()
    under_way = 0
    for walk in walks:
        asked, answers = put_to(walk), walk.attempt.answers
        for section in set(SECTIONS.values()):
            own = [code for code in asked if SECTIONS[code] == section]
            put[section] += bool(own)
            passed[section] += bool(own) and all(code in answers for code in own)
        at = None if walk.attempt.position is None else walk.attempt.question.code
        for code in asked:
            seen[code] += code in answers or code == at
        for part in walk.attempt.instrument.sections:
            for one in part.questions:
                is_known = all(c.reference in {*answers, "role"} for c in one.when)
                is_short = walk.attempt.mode is Mode.EXPRESS and part.scored
                if (
                    one.code not in asked
                    and (is_known or at is None)
                    and (not is_short or one.code in walk.attempt.instrument.express)
                ):
                    spared[one.code] += 1
        if at is not None and NOW - walk.moved_at > UNDER_WAY:
            left[at] += 1
        elif at is not None:
            under_way += 1
    finished = sum(walk.attempt.position is None for walk in walks)
    return {
        "put": put, "passed": passed, "seen": seen, "left": left,
        "finished": finished, "under_way": under_way, "spared": spared,
    }  # fmt: skip


def compare(funnel: Funnel, everybody: Sequence[Walk], campaign: str | None) -> None:
    """The figures are those of the plain count, as far as they are told."""
    mode = funnel.mode
    chosen = [w for w in counted(everybody, mode) if campaign is None or w.campaign == campaign]
    expected = naive(chosen)
    assert funnel.begun[mode] == len(chosen)
    assert funnel.finished == expected["finished"]
    assert funnel.under_way == expected["under_way"]
    assert funnel.stopped == sum(expected["left"].values())
    told = {one.section.code: (one.put, one.passed) for one in funnel.stages}
    assert told.keys() == {code for code, count in expected["put"].items() if count}
    for code, (put, passed) in told.items():
        if put is not None:
            assert (put, passed) == (expected["put"][code], expected["passed"][code])
        else:
            assert expected["put"][code] < len(chosen)
    for one in funnel.leaving:
        code = one.question.code
        assert (one.left, one.seen) == (expected["left"][code], expected["seen"][code])
        assert one.seen >= 5
        assert not 0 < expected["spared"][code] < 5
    lefts = [one.left for one in funnel.leaving]
    assert lefts == sorted(lefts, reverse=True)
    if campaign is None and len(chosen) >= 5:
        loud = sorted(
            (
                n
                for code, n in expected["left"].items()
                if expected["seen"][code] >= 5 and not 0 < expected["spared"][code] < 5
            ),
            reverse=True,
        )
        assert lefts == loud[:3]


@pytest.mark.parametrize("seed", range(6))
async def test_against_a_plain_count(walked: Database, seed: int) -> None:
    """Everybody's ways, in both modes, of all and of each campaign."""
    walks = await fill(walked, seeded(seed), people=10 + seed * 14)
    for mode in Mode:
        for campaign in (None, "one", "two", "small"):
            funnel = await read_funnel(walked, CURRENT, NOW, campaign=campaign, mode=mode)
            assert funnel.mode is mode
            compare(funnel, walks, campaign)
    whole = await read_funnel(walked, CURRENT, NOW)
    assert (whole.arrived, whole.consented) == (20, 10)
    assert whole.begun[whole.mode] == max(whole.begun.values())
    own = await read_funnel(walked, CURRENT, NOW, campaign="one")
    assert (own.arrived, own.consented) == (20, 10)
    # Who comes by another test's campaign came for that one, whatever they take.
    elsewhere = update(campaigns).where(campaigns.c.code == "one").values(instrument="other")
    await walked.write(lambda records: records.connection.execute(elsewhere))
    for campaign, arrived in (("one", None), (None, 0)):
        funnel = await read_funnel(walked, CURRENT, NOW, campaign=campaign)
        assert (funnel.arrived, funnel.consented) == (arrived, 0)
    assert funnel.begun == whole.begun


async def test_nobody(walked: Database) -> None:
    """Nothing to tell is told as nothing."""
    funnel = await read_funnel(walked, CURRENT, NOW)
    assert (funnel.arrived, funnel.finished, funnel.stopped) == (None, 0, 0)
    assert funnel.stages == ()
    assert funnel.leaving == ()
    assert dict(funnel.begun) == dict.fromkeys(Mode, 0)


async def _stands(
    database: Database, count: int, steps: int, *, way: str = "x", code: str | None = None
) -> None:
    """People who have stopped after so many answers."""
    for _ in range(count):
        number = int.from_bytes(Random().randbytes(5))  # noqa: S311 - a number nobody has
        person = await _somebody(database, number)
        attempt = Attempt(f"k{number % 10**7:07}", CURRENT, Mode.FULL).started()
        for step in range(steps):
            token = way if step == 0 else "4"
            attempt = attempt.tapped(attempt.position or 0, token)

        async def unit(
            records: Records, person: Person = person, attempt: Attempt = attempt
        ) -> None:
            campaign = await records.campaigns.by_code(code) if code else None
            where = replace(person, campaign=campaign)
            await records.attempts.create(where, attempt, NOW - timedelta(days=1))

        await database.write(unit)


async def test_a_leaving_question_needs_five(walked: Database) -> None:
    """Four have begun and one has left: which question could tell who; of five it is told."""
    await _stands(walked, 4, 2)
    assert (await read_funnel(walked, CURRENT, NOW)).leaving == ()
    await _stands(walked, 1, 1)
    (one,) = (await read_funnel(walked, CURRENT, NOW)).leaving
    assert (one.question.code, one.number, one.left, one.seen) == ("a1", 3, 1, 5)


async def test_what_hangs_on_an_answer_is_told_of_five(walked: Database) -> None:
    """How many were asked a follow-up is how many gave that answer: hidden in small groups."""
    await walked.write(lambda r: r.campaigns.create("one", "One", "made", None, NOW))
    await _stands(walked, 6, 1, way="x", code="one")
    await _stands(walked, 4, 1, way="y", code="one")
    told = {
        one.section.code: one.put
        for one in (await read_funnel(walked, CURRENT, NOW, campaign="one")).stages
    }
    assert told == {"intro": 10, "a": 10, "b": None}


async def test_those_whom_it_leaves_out_are_five(walked: Database) -> None:
    """Put to eight of ten who have answered: two gave the other answer, so neither is told."""
    await walked.write(lambda r: r.campaigns.create("one", "One", "made", None, NOW))
    await _stands(walked, 2, 1, way="x", code="one")
    await _stands(walked, 3, 0, code="one")
    await _stands(walked, 8, 3, way="y", code="one")
    for campaign in ("one", None):
        funnel = await read_funnel(walked, CURRENT, NOW, campaign=campaign)
        assert {one.section.code: one.put for one in funnel.stages}["b"] is None
        assert "b1" not in {one.question.code for one in funnel.leaving}
    await _stands(walked, 3, 1, way="x", code="one")
    funnel = await read_funnel(walked, CURRENT, NOW, campaign="one")
    assert {one.section.code: one.put for one in funnel.stages}["b"] == 8
    assert ("b1", 8, 8) in {(one.question.code, one.left, one.seen) for one in funnel.leaving}


async def test_the_version_s_own_questions_have_no_number(walked: Database) -> None:
    """A question that is asked no more comes without one."""

    async def keep(records: Records) -> None:
        for number in range(5):
            person = await records.people.create(someone(number + 1), "")
            attempt = Attempt(f"k{number:07}", OLDER, Mode.FULL).started()
            for token in ("4", "4"):
                attempt = attempt.tapped(attempt.position or 0, token)
            await records.attempts.create(person, attempt, NOW - timedelta(days=1))

    await walked.write(keep)
    (one,) = (await read_funnel(walked, CURRENT, NOW)).leaving
    assert (one.question.code, one.number, one.left, one.seen) == ("gone1", 0, 5, 5)


async def test_answers_looked_through_once_more(walked: Database) -> None:
    """Everything is answered, nothing is finished: they have stopped, but at no question."""
    made = instrument(block("a", question("a1")), _plain("end", question("read", Kind.PAGE)))
    reviewed = replace(made, version=CURRENT.version, reviewed=True)
    for number in range(6):
        person = await _somebody(walked, number + 1)
        attempt = Attempt(f"k{number:07}", reviewed, Mode.FULL).started()
        attempt = attempt.tapped(0, "5").tapped(1, "read")
        assert attempt.position is None
        age = UNDER_WAY if number else timedelta(days=1)

        async def unit(
            records: Records, person: Person = person, one: Attempt = attempt, at: timedelta = age
        ) -> None:
            row = await records.attempts.create(person, one, NOW - at)
            await records.attempts.save(row, one, NOW - at)

        await walked.write(unit)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Shelf, "known", lambda _self, _version: reviewed)
        funnel = await read_funnel(walked, reviewed, NOW)
    assert (funnel.begun[Mode.FULL], funnel.finished, funnel.under_way) == (6, 0, 5)
    assert funnel.stopped == 1
    assert [(one.section.code, one.put, one.passed) for one in funnel.stages] == [
        ("a", 6, 6), ("end", 6, 6),
    ]  # fmt: skip
    assert funnel.leaving == ()
