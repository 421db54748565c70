"""The settings: each taken, refused and left empty; a refusal names it and keeps its value."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from bot.config import TELEGRAM, Config, ConfigError, read_config

TOKEN = "123456:" + "A" * 35
SECRET = "s" * 16
HOOK = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_SECRET": SECRET}
NAMES = {name.upper() for name in Config.model_fields}
POSTGRES = "postgresql+asyncpg://user:p4ssw0rd@db.example.org:5432/bot"


def shown(value: object) -> object:
    """A setting as the program uses it."""
    return value.get_secret_value() if isinstance(value, SecretStr) else value


RIGHT = [
    ("BOT_TOKEN", TOKEN, TOKEN),
    ("TELEGRAM_API_URL", "http://127.0.0.1:8081", "http://127.0.0.1:8081"),
    ("TELEGRAM_API_URL", "https://api.example.org/", "https://api.example.org"),
    ("DATA_DIR", "/srv/bot", Path("/srv/bot")),
    ("DATABASE_URL", POSTGRES, POSTGRES),
    ("DATABASE_URL", "sqlite+aiosqlite:///x.db", "sqlite+aiosqlite:///x.db"),
    ("DATA_KEY", "key1,key2", "key1,key2"),
    ("ADMIN_IDS", "1", {1}),
    ("ADMIN_IDS", "1,2, 3 4", {1, 2, 3, 4}),
    ("ADMIN_IDS", "1,1,", {1}),
    ("ANALYST_IDS", "8000000000", {8000000000}),
    ("WEBHOOK_HOST", "0.0.0.0", "0.0.0.0"),  # noqa: S104 - a container listens so
    ("WEBHOOK_PORT", "1", 1),
    ("WEBHOOK_PORT", "65535", 65535),
    ("METRICS_PORT", "9100", 9100),
    ("DEFAULT_LANGUAGE", "uk", "uk"),
    ("TIME_ZONE", "Europe/Kyiv", "Europe/Kyiv"),
    ("OPERATOR_NAME", "Я" * 120, "Я" * 120),
    ("BRAND_NAME", "Б" * 40, "Б" * 40),
    ("POLICY_URL", "https://example.org/p?a=1&b=2", "https://example.org/p?a=1&b=2"),
    ("CHANNEL_URL", "https://t.me/channel", "https://t.me/channel"),
    ("CONTACT_URL", "tg://resolve?domain=someone", "tg://resolve?domain=someone"),
    ("CONTENT_DIR", "/srv/content", Path("/srv/content")),
    ("RETENTION_DAYS", "1", 1),
    ("RETENTION_DAYS", "3650", 3650),
    ("LOG_LEVEL", "DEBUG", "DEBUG"),
]
WRONG = [
    *(
        ("BOT_TOKEN", value)
        for value in (
            *("token", "123456", "123456:short", TOKEN + "!"),
            *(number + ":" + "A" * 35 for number in ("abc", "٣")),
        )
    ),
    *(
        ("TELEGRAM_API_URL", value)
        for value in (
            "api",
            "ftp://example.org",
            "localhost:8081",
            "http://a.org?b",
            "http://a.org#b",
        )
    ),
    *(
        ("DATABASE_URL", value)
        for value in (
            "bot.db",
            "sqlite:///x.db",
            "postgresql://user:p4ssw0rd@host/name",
            "mysql+aiomysql://user:p4ssw0rd@host/name",
            "postgresql+asyncpg://",
            "postgresql+asyncpg://user:p4ssw0rd@host:port/name",
        )
    ),
    *(
        ("ADMIN_IDS", value)
        for value in ("@someone", "1;2", "1.5", "one two three", "0", "-1001", "9" * 20, "1_0")
    ),
    ("ANALYST_IDS", "12,x"),
    *(("WEBHOOK_SECRET", value) for value in ("s" * 15, "s" * 257, "with spaces in it", "Ы" * 20)),
    *(("WEBHOOK_PORT", value) for value in ("0", "65536", "-1", "http", "80.5")),
    *(("METRICS_PORT", value) for value in ("0", "99999", "metrics")),
    *(("DEFAULT_LANGUAGE", value) for value in ("de", "RU", "russian")),
    *(
        ("TIME_ZONE", value)
        for value in ("Kyiv", "UTC+3", "Europe", "../etc/passwd", "europe/kyiv")
    ),
    ("OPERATOR_NAME", "x" * 121),
    ("BRAND_NAME", "x" * 41),
    *(("POLICY_URL", value) for value in ("example.org", "javascript:alert(1)", "file:///etc")),
    *(("CHANNEL_URL", value) for value in ("@channel", "http://localhost:8000/channel")),
    *(("CONTACT_URL", value) for value in ("mailto:someone@example.org", "tg://user?id=1")),
    *(("RETENTION_DAYS", value) for value in ("0", "3651", "-5", "year")),
    *(("LOG_LEVEL", value) for value in ("VERBOSE", "debug")),
    *(("WEBHOOK_URL", value) for value in ("bot.example.org/hook", "https://example.org/?a=b")),
]


def test_tables_are_whole() -> None:
    """Every setting stands in the tables; those that take anything have nothing wrong."""
    anything = {"DATA_DIR", "CONTENT_DIR", "WEBHOOK_HOST", "DATA_KEY"}
    assert {name for name, _, _ in RIGHT} | set(HOOK) == NAMES
    assert {name for name, _ in WRONG} | anything == NAMES


@pytest.mark.parametrize(("name", "value", "expected"), RIGHT)
def test_right(name: str, value: str, expected: object) -> None:
    """Taken, and only where it belongs."""
    config, plain = read_config({name: value}), read_config({})
    assert shown(getattr(config, name.lower())) == expected
    for other in NAMES - {name}:
        assert getattr(config, other.lower()) == getattr(plain, other.lower())


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_wrong(name: str, value: str) -> None:
    """One line: the name, what is expected, and never the value, which may be secret."""
    with pytest.raises(ConfigError) as caught:
        read_config({name: value})
    expected = Config.model_fields[name.lower()].description
    assert str(caught.value) == f"{name}: expected {expected}", "the same whatever the value"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__, "a traceback would show the value"


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("value", ["", " ", "\t"])
def test_empty_counts_as_not_set(name: str, value: str) -> None:
    """`NAME=` in .env is how people switch a setting off."""
    assert read_config({name: value}) == read_config({})


def test_defaults() -> None:
    """Nothing set: nothing public, this machine only, a year's retention, everybody a stranger."""
    config = read_config({})
    assert config.bot_token is None
    assert config.telegram_api_url == TELEGRAM
    assert config.admin_ids == config.analyst_ids == frozenset()
    assert config.webhook_url is None
    assert config.webhook_host == "127.0.0.1"
    assert config.metrics_port is None
    assert config.default_language == "ru"
    assert config.retention_days == 365
    assert config.content_dir is None


def test_all_faults_at_once() -> None:
    """Each wrong setting once, whatever else is right."""
    with pytest.raises(ConfigError) as caught:
        read_config(
            {"BOT_TOKEN": TOKEN, "ADMIN_IDS": "a b c", "WEBHOOK_PORT": "x", "LOG_LEVEL": "y"}
        )
    names = [line.partition(":")[0] for line in str(caught.value).splitlines()]
    assert sorted(names) == ["ADMIN_IDS", "LOG_LEVEL", "WEBHOOK_PORT"]


def test_other_variables_do_not_matter() -> None:
    """An environment holds much else; names count in upper case, as they are documented."""
    config = read_config({"PATH": "/bin", "LOG_FORMAT": "x", "default_language": "en"})
    assert config == read_config({})


def test_the_process_s_own_environment_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is handed in counts: tests and the command line see the same."""
    for name, value, _ in RIGHT:
        monkeypatch.setenv(name, value)
    assert read_config({}) == Config()


class TestWebhook:
    """Address and secret go together, and Telegram calls https only."""

    def test_whole(self) -> None:
        """Both are set; the port is where we listen."""
        config = read_config(HOOK)
        assert config.webhook_url == HOOK["WEBHOOK_URL"]
        assert shown(config.webhook_secret) == SECRET

    def test_needs_a_secret(self) -> None:
        """Without one, anybody could send updates."""
        with pytest.raises(ConfigError, match=r"^WEBHOOK_SECRET: needed with WEBHOOK_URL$"):
            read_config({"WEBHOOK_URL": HOOK["WEBHOOK_URL"]})

    def test_needs_https(self) -> None:
        """Telegram refuses plain http; a local Bot API server takes it."""
        plain = HOOK | {"WEBHOOK_URL": "http://127.0.0.1:8080/hook"}
        with pytest.raises(ConfigError, match=r"^WEBHOOK_URL: expected .*https://$"):
            read_config(plain)
        local = read_config(plain | {"TELEGRAM_API_URL": "http://127.0.0.1:8081"})
        assert local.webhook_url == "http://127.0.0.1:8080/hook"

    def test_secret_alone_does_no_harm(self) -> None:
        """Polling goes on."""
        assert read_config({"WEBHOOK_SECRET": SECRET}).webhook_url is None


class TestPlaces:
    """Where data, copies and the key lie."""

    def test_database_is_a_file_in_the_data_folder(self, tmp_path: Path) -> None:
        """An absolute path, so that a later change of folder does not move it."""
        config = read_config({"DATA_DIR": str(tmp_path / "data")})
        assert config.database == f"sqlite+aiosqlite:///{tmp_path}/data/bot.sqlite3"
        assert config.backups == tmp_path / "data" / "backups"

    def test_database_of_one_s_own(self) -> None:
        """The setting wins."""
        assert read_config({"DATABASE_URL": POSTGRES}).database == POSTGRES

    def test_key_lies_beside_the_data_never_inside(self, tmp_path: Path) -> None:
        """A copy of the data folder must not hold the key to it."""
        config = read_config({"DATA_DIR": str(tmp_path / "data")})
        assert config.key_file == tmp_path / "secrets" / "data.key"
        assert not config.key_file.is_relative_to(config.data_dir)

    def test_relative_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Taken from where the bot is started."""
        monkeypatch.chdir(tmp_path)
        config = read_config({})
        assert config.database == f"sqlite+aiosqlite:///{tmp_path}/data/bot.sqlite3"
        assert config.key_file == tmp_path / "secrets" / "data.key"


def test_secrets_are_hidden() -> None:
    """Neither the settings as a whole nor any one of them shows a secret in a log or traceback."""
    key = Fernet.generate_key().decode()
    config = read_config({"BOT_TOKEN": TOKEN, "DATA_KEY": key, "DATABASE_URL": POSTGRES, **HOOK})
    for text in (repr(config), str(config), f"{config}", repr([config])):
        for secret in (TOKEN, key, SECRET, "p4ssw0rd"):
            assert secret not in text


def test_settings_cannot_be_changed() -> None:
    """They are read once; a later assignment would be seen by half of the program."""
    config = read_config({})
    with pytest.raises(ValidationError):
        config.log_level = "DEBUG"  # type: ignore[misc]  # that is the point


@given(st.sampled_from(sorted(NAMES)), st.text(min_size=1, max_size=60))
def test_any_value_is_taken_or_refused_by_name(name: str, value: str) -> None:
    """Whatever stands in .env, the start ends in a Config or in a sentence that names it."""
    description = Config.model_fields[name.lower()].description
    fixed = {f"{name}: expected {description}", "WEBHOOK_SECRET: needed with WEBHOOK_URL"}
    try:
        read_config({name: value})
    except ConfigError as error:
        said = str(error)
    else:
        return
    assert said in fixed
