"""Stored versions: attempts keep the questionnaire they began with."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import VERSION_LENGTH, Library, load_library
from content.tree import ContentError, Mark, Node, canonical, from_plain, merged
from tests.support.folder import DEMO, lay, load


def empty() -> Library:
    """A later release that offers none of today's instruments."""
    return Library({}, {}, ())


def test_map_comes_back_as_it_was(library: Library) -> None:
    """From its stored source alone: every text, condition and level."""
    now = library.instruments["map"]
    then = empty().version(now.version, library.source(now.version))
    assert then == now
    assert then is not now


@pytest.mark.usefixtures("bare")
def test_every_kind_comes_back_as_it_was(tmp_path: Path) -> None:
    """An instrument with one of each kind of question, overlaid."""
    over = "change: wording\nquestions:\n  sum:\n    text: {en: 'How much?'}\n"
    library = load(tmp_path, demo=DEMO, over_demo=over)
    now = library.instruments["demo"]
    assert now.by_code["sum"].text["en"] == "How much?"
    assert empty().version(now.version, library.source(now.version)) == now


def test_current_versions_need_no_source(library: Library) -> None:
    """What is offered now is not built a second time."""
    now = library.instruments["map"]
    assert library.knows(now.version)
    assert library.known(now.version) is now
    assert library.version(now.version, "not even JSON") is now
    assert not library.knows("0" * VERSION_LENGTH)


def test_older_versions_are_built_once(library: Library) -> None:
    """After the first time their source is not needed."""
    now, later = library.instruments["map"], empty()
    assert not later.knows(now.version)
    first = later.version(now.version, library.source(now.version))
    assert later.knows(now.version)
    assert later.known(now.version) is first


def test_a_stored_version_that_cannot_be_used_says_so_every_time() -> None:
    """Not only at the first try: half an instrument must never be handed out."""
    later, source = empty(), json.dumps({"id": "demo", "sections": []})
    for _ in range(2):
        with pytest.raises(ContentError, match="stored version abc"):
            later.version("abc", source)
    assert not later.knows("abc")


@pytest.mark.usefixtures("bare")
def test_a_version_may_name_a_role_that_is_no_more(tmp_path: Path) -> None:
    """The profile may change after an attempt was begun; its version still loads."""
    library = load(tmp_path, demo=DEMO.replace("          nps: 0-6", "          role: owner"))
    version = library.instruments["demo"].version
    source = library.source(version).replace("owner", "founder")
    assert empty().version("old", source).by_code["why"].when[0].values == frozenset({"founder"})


@pytest.mark.usefixtures("bare")
def test_version_follows_the_content_and_nothing_else(tmp_path: Path) -> None:
    """Comments, order of fields and quotes make no version; a letter does."""

    def version(name: str, text: str) -> str:
        folder = lay(tmp_path / name, {"demo/instrument.yaml": text})
        return load_library(folder).instruments["demo"].version

    plain = version("plain", DEMO)
    assert len(plain) == VERSION_LENGTH
    assert plain == version("comment", "# a comment\n\n" + DEMO)
    assert plain == version("order", DEMO.replace("id: demo\n", "") + "id: demo\n")
    assert plain == version("quotes", DEMO.replace("scoring: blocks", "'scoring': \"blocks\""))
    assert plain != version("letter", DEMO.replace('"Demo"', '"Demos"'))
    assert plain != version("order of answers", _swapped(DEMO))


def _swapped(text: str) -> str:
    """With the two options of a choice the other way round."""
    return (
        text.replace("code: red", "code: x")
        .replace("code: blue", "code: red")
        .replace("code: x", "code: blue")
    )


PLAIN = st.recursive(
    st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(PLAIN)
def test_plain_content_round_trips(value: object) -> None:
    """Through the tree and through JSON nothing changes."""
    tree = from_plain(value, "test")
    assert tree.plain == value
    assert json.loads(canonical(tree)) == value


@given(PLAIN, PLAIN)
def test_merging(base: object, over: object) -> None:
    """What lies on top wins; merging the same again, or nothing, changes nothing."""
    below, above = from_plain(base, "below"), from_plain(over, "above")
    once = merged(below, above)
    assert merged(once, above).plain == once.plain
    assert merged(below, below).plain == base
    if isinstance(base, dict):
        assert merged(below, Node({}, Mark("x", 1))).plain == base
    if isinstance(base, dict) and isinstance(over, dict) and isinstance(once.plain, dict):
        assert set(once.plain) == set(base) | set(over)
    elif not (isinstance(base, dict) and isinstance(over, dict)):
        assert once.plain == over
