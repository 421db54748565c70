"""From a person's place to the screen they should see: one maker a state."""

from collections.abc import Awaitable, Callable, Mapping
from html import escape

from domain.attempt import Attempt
from domain.person import Finished, Person
from domain.questionnaire import WRITTEN, Instrument
from handlers.moves import DEFAULT_TEST
from handlers.states import Talk, name
from handlers.views import admin, menu
from handlers.views.context import Speech
from handlers.views.question import question_view
from handlers.views.view import View, digits, paragraphs
from storage.database import Database

Maker = Callable[[Person], Awaitable[View]]


class Screens:
    """Makes screens, reading what they show besides the person.

    Args:
        database: Where results, words and figures are read.
        speech: Content and words.
    """

    def __init__(self, database: Database, speech: Speech) -> None:
        self._database = database
        self._speech = speech
        self._makers: Mapping[str, Maker] = {
            name(state): maker
            for state, maker in {
                Talk.welcome: self._welcome,
                Talk.role: self._profile,
                Talk.size: self._profile,
                Talk.industry: self._profile,
                Talk.mode: self._mode,
                Talk.answering: self._question,
                Talk.paused: self._paused,
                Talk.conflict: self._conflict,
                Talk.home: self._home,
                Talk.tests: self._tests,
                Talk.code: self._code,
                Talk.results: self._results,
                Talk.result: self._result,
                Talk.settings: self._settings,
                Talk.privacy: self._privacy,
                Talk.deleting: self._deleting,
                Talk.admin: self._admin,
                Talk.new_campaign: self._new_campaign,
                Talk.export: self._export,
                Talk.export_rows: self._export_rows,
            }.items()
        }

    @property
    def states(self) -> frozenset[str]:
        """The states that have a screen."""
        return frozenset(self._makers)

    async def view(self, person: Person) -> View:
        """The screen of a person's place, with what is to be told above it."""
        view = await self._makers[person.state](person)
        if person.notice is None:
            return view
        args = {
            key: escape(value, quote=False) if isinstance(value, str) else value
            for key, value in person.notice.args.items()
        }
        said = self._speech.to(person)(person.notice.key, **args)
        return View(paragraphs(said, view.text), view.rows)

    def _instrument(self, person: Person) -> Instrument:
        instruments = self._speech.library.instruments
        by_campaign = person.campaign.instrument if person.campaign else DEFAULT_TEST
        wanted = str(person.context.get("test", by_campaign))
        return instruments.get(wanted) or next(iter(instruments.values()))

    async def _finished(self, person: Person) -> list[Finished]:
        return await self._database.read(lambda records: records.attempts.finished(person.id))

    async def _welcome(self, person: Person) -> View:
        return menu.welcome_view(person, self._instrument(person), self._speech)

    async def _profile(self, person: Person) -> View:
        code = person.state.rpartition(":")[2]
        question = next(q for q in self._speech.library.profile if q.code == code)
        return menu.profile_view(person, question, self._speech)

    async def _mode(self, person: Person) -> View:
        return menu.mode_view(person, self._instrument(person), self._speech)

    async def _question(self, person: Person) -> View:
        attempt = person.attempt
        if attempt is None or attempt.position is None:
            return await self._home(person)
        return question_view(person, await self._words(person, attempt), self._speech)

    async def _words(self, person: Person, attempt: Attempt) -> str:
        """What stands in the answer to a written question, if anything."""
        value = attempt.answers.get(attempt.question.code)
        row = person.attempt_id
        if value != WRITTEN or row is None:
            return digits(value) if isinstance(value, float) else ""
        words = await self._database.read(lambda records: records.attempts.words(row))
        return words.get(attempt.question.code, "")

    async def _paused(self, person: Person) -> View:
        if person.attempt is None:
            return await self._home(person)
        return menu.paused_view(person, person.attempt, self._speech)

    async def _conflict(self, person: Person) -> View:
        code = str(person.context.get("code", ""))
        campaign = await self._database.read(lambda records: records.campaigns.by_code(code))
        if person.attempt is None or campaign is None:
            return await self._home(person)
        return menu.conflict_view(person, person.attempt, campaign.title, self._speech)

    async def _home(self, person: Person) -> View:
        return menu.home_view(person, await self._finished(person), self._speech)

    async def _tests(self, person: Person) -> View:
        return menu.tests_view(person, self._speech)

    async def _code(self, person: Person) -> View:
        return menu.code_view(person, self._speech)

    async def _results(self, person: Person) -> View:
        return menu.results_view(person, await self._finished(person), self._speech)

    async def _result(self, person: Person) -> View:
        key = str(person.context.get("key", ""))
        finished = await self._database.read(
            lambda records: records.attempts.finished_by_key(person.id, key)
        )
        if finished is None:
            return await self._results(person)
        return menu.result_view(person, finished, self._speech)

    async def _settings(self, person: Person) -> View:
        return menu.settings_view(person, self._speech)

    async def _privacy(self, person: Person) -> View:
        return menu.privacy_view(person, self._speech)

    async def _deleting(self, person: Person) -> View:
        return menu.deleting_view(person, self._speech)

    async def _admin(self, person: Person) -> View:
        if not self._speech.house.sees_figures(person.chat_id):
            return await self._home(person)
        overview = await self._database.read(lambda records: records.figures.overview())
        campaigns = await self._database.read(lambda records: records.campaigns.all())
        return admin.admin_view(person, admin.Overview(*overview), campaigns, self._speech)

    async def _new_campaign(self, person: Person) -> View:
        return admin.new_campaign_view(person, self._speech)

    async def _export(self, person: Person) -> View:
        return admin.export_view(person, self._speech)

    async def _export_rows(self, person: Person) -> View:
        return admin.export_rows_view(person, self._speech)
