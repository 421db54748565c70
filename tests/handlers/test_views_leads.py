"""The screens of contacts at their longest, in three languages."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library
from content.texts import INTERFACE, LEAD_CONSENT, Texts, load_texts
from domain.attempt import Attempt
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.lead import MAX_CONTACT, MAX_NAME, Contact, Lead
from domain.person import Finished
from domain.questionnaire import Value
from handlers.views import leads, menu
from handlers.views.leads import LEADS_FORMATS, PAGE
from handlers.views.shown import Shown
from handlers.views.twins import twin_view
from preview.keyboards import checked_markup
from tests.support.screens import (
    ADMIN,
    NASTY,
    NOW,
    campaign,
    check,
    check_html,
    house,
    person,
    speech,
)
from tests.support.stretched import stretched

CONTACTS = {
    "phone": Contact("+" + "1" * 32, "😀" * MAX_NAME),
    "words": Contact("😀" * (MAX_CONTACT - 1) + "a"),
    "markup": Contact((NASTY * 20)[:MAX_CONTACT], "<b>"),
    "nick": Contact("@anna_k"),
}


def result(library: Library, of: str) -> Finished | None:
    """A finished attempt of each kind."""
    if of == "none":
        return None
    made = stretched() if of == "stretched" else library.instruments[of]
    levels: dict[str, Value] = {
        q.code: 1 + number % 5 for number, block in enumerate(made.blocks) for q in block.questions
    }
    attempt = Attempt("aB3_-9zZ", made, Mode.FULL, answers={"own_nps": 3, **levels})
    return Finished(1, attempt, NOW, campaign())


def lead(library: Library, kind: str, of: str = "map", row: int = 2**40) -> Lead:
    """A contact about a result."""
    return Lead(row, 1, CONTACTS[kind], NOW, result(library, of))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", ["plain", "stretched"])
@pytest.mark.parametrize("of", ["map", "stretched", "none"])
@pytest.mark.parametrize("kind", CONTACTS)
def test_everything_fits(
    kind: str, of: str, setting: str, language: str, library: Library, texts: Texts
) -> None:
    """What both sides see of one contact."""
    say = speech(library, texts, stretched=setting == "stretched")
    who, one = person(language, chat_id=ADMIN), lead(library, kind, of)
    finished = one.finished
    if finished is not None:
        asked = check(leads.consent_view(who, finished, say))
        assert len(asked.labels) == 2
    for key in ("", "aB3_-9zZ"):
        shown = check(leads.left_view(who, one, say, key=key))
        assert one.contact.words in shown.text
        assert len(shown.labels) == (3 if key else 2)
    assert one.contact.words in check(leads.told_view(one, language, say), room=0).text
    assert check(leads.lead_view(who, one, 3, say)).data[-1].endswith(":3")
    check_html(leads.gone_text(NOW, language, say))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CONTACTS)
def test_the_list_fits(kind: str, language: str, library: Library, texts: Texts) -> None:
    """A full page of the longest; pages turn as far as there are any."""
    say, who = speech(library, texts, stretched=True), person(language, chat_id=ADMIN)
    full = [lead(library, kind, row=2**40 + number) for number in range(PAGE)]
    for page, turning in ((0, 1), (1, 2), (2, 1)):
        shown = check(leads.leads_view(who, full, 3 * PAGE, page, say))
        assert shown.labels[0] == [str(page * PAGE + n + 1) for n in range(PAGE)]
        assert len(shown.labels[1]) == turning
    assert len(check(leads.leads_view(who, full, PAGE, 0, say)).labels) == 3
    assert len(check(leads.leads_view(who, [], 0, 0, say)).labels) == 1
    for chosen in LEADS_FORMATS:
        asking = replace(who, context={"format": chosen})
        assert chosen.upper() in check(leads.leads_export_view(asking, say)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys(language: str, library: Library, texts: Texts) -> None:
    """A contact is asked for by Telegram's own key; the other one leaves."""
    say = speech(library, texts)
    view = leads.contact_view(person(language), say)
    markup = checked_markup(view.keyboard, private=True)
    assert markup is not None
    (phone,), (cancel,) = markup["keyboard"]
    assert phone["request_contact"] is True
    assert "request_contact" not in cancel
    assert phone["text"] in view.text
    check_html(view.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_single_answer_is_told(language: str, library: Library, texts: Texts) -> None:
    """Neither in words nor on the card: likelihood and role stay with the person."""
    say, one = speech(library, texts), lead(library, "nick")
    assert one.finished is not None
    facts = leads.lead_card(one.finished, language, say)
    assert facts.recommendation == ""
    assert facts.viewpoint == texts.line(language, "viewpoint")
    assert texts.line(language, "recommendation", score="3") not in leads.lead_text(
        one, language, say
    )


def test_only_maps_have_a_card(library: Library, texts: Texts) -> None:
    """A checklist's contact comes without a picture and without findings."""
    say = speech(library, texts)
    one = lead(library, "nick")
    assert one.finished is not None
    assert leads.told_view(one, "en", say).rows != []
    checklist = replace(one.finished.attempt.instrument, scoring=Scoring.CHECKLIST)
    attempt = replace(one.finished.attempt, instrument=checklist)
    plain = replace(one, finished=replace(one.finished, attempt=attempt))
    assert leads.told_view(plain, "en", say).rows == []
    assert texts.line("en", "total-missing") not in leads.told_view(plain, "en", say).text


def test_the_mean_of_ratings_goes_along(library: Library, texts: Texts) -> None:
    """As the consent says: the total alone, on the ratings' own scale."""
    text = leads.told_view(lead(library, "nick", "relations"), "en", speech(library, texts)).text
    assert texts.line("en", "profile-total", mean=2.5, points=5) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ways_there(language: str, library: Library, texts: Texts) -> None:
    """From a result and from the settings, only where there is somewhere to go."""
    for is_stretched in (False, True):
        say, who = speech(library, texts, stretched=is_stretched), person(language)
        one = result(library, "map")
        assert one is not None
        words = "button-lead-call" if say.house.contact_url else "button-lead"
        for takes in (False, True):
            screen = twin_view(Shown(one, language, say, takes_leads=takes))
            labels = [label for row in check(screen, room=0).labels for label in row]
            assert (texts.line(language, words) in labels) == takes
        for has_lead in (False, True):
            rows = check(menu.settings_view(who, say, has_lead=has_lead)).labels
            assert ([texts.line(language, "button-lead-mine")] in rows) == has_lead


@pytest.mark.parametrize("change", ["operator", "policy_url", "retention_days"])
def test_the_consent_follows_the_settings(change: str, library: Library, texts: Texts) -> None:
    """Who agreed agreed to this operator, policy and time; the first consent is another."""
    say, other = speech(library, texts), house(stretched=True)
    changed = replace(say.house, **{change: getattr(other, change)})
    assert replace(say, house=changed).lead_consent_version != say.lead_consent_version
    assert say.lead_consent_version != say.consent_version


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", LEAD_CONSENT)
def test_the_consent_follows_its_words(
    key: str, language: str, texts: Texts, tmp_path: Path
) -> None:
    """Another wording in any language is another version."""
    folder = tmp_path / "interface"
    shutil.copytree(INTERFACE, folder)
    for path in (folder / language).glob("*.ftl"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"\n{key} = ", f"\n{key} = Well, "), encoding="utf-8")
    assert load_texts(folder).lead_consent_version != texts.lead_consent_version
