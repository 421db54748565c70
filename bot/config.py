"""Settings, from the environment and `.env`.

Each is checked once, at start; a wrong one stops the start with its name and what is expected.
README.md and .env.example list them all (a test compares).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AnyUrl,
    BeforeValidator,
    Field,
    HttpUrl,
    SecretStr,
    TypeAdapter,
    UrlConstraints,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from domain.languages import LANGUAGES

TELEGRAM: Final = "https://api.telegram.org"


class ConfigError(Exception):
    """A setting can't be used; the message names each and says what is expected."""


def _ids(value: object) -> object:
    """`1, 2 3` as a set of numbers, each written in digits alone."""
    if not isinstance(value, str):
        return value
    words = value.replace(",", " ").split()
    if not all(re.fullmatch(r"[0-9]{1,16}", word) for word in words):
        raise ValueError("malformed")
    return frozenset(words)


def _web(value: str) -> str:
    """An address that paths are put behind."""
    address = TypeAdapter(HttpUrl).validate_python(value)
    if address.query is not None or address.fragment is not None:
        raise ValueError("nothing may follow its path")
    return str(address).rstrip("/")


def _database(value: str) -> str:
    """An address that can be read; whether anything answers there is seen later."""
    _ = urlsplit(value).port  # raises where that is no number
    return value


def _link(value: str) -> str:
    """A link that Telegram takes in a button: else it would refuse every screen that has one."""
    allowed = UrlConstraints(allowed_schemes=["http", "https", "tg"])
    link: AnyUrl = TypeAdapter(Annotated[AnyUrl, allowed]).validate_python(value)
    is_person = link.scheme == "tg" and link.host == "user"  # they can forbid being linked to
    is_local = link.scheme != "tg" and "." not in (link.host or "")
    if is_person or is_local:
        raise ValueError("no link for everybody")
    return str(link)


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("unknown")
    return value


def _secret(pattern: str) -> BeforeValidator:
    """Checks a secret without ever repeating it."""

    def check(value: str) -> SecretStr:
        if not re.fullmatch(pattern, value):
            raise ValueError("malformed")
        return SecretStr(value)

    return BeforeValidator(check)


Token = Annotated[SecretStr, _secret(r"[0-9]+:[A-Za-z0-9_-]{30,}")]
WebhookSecret = Annotated[SecretStr, _secret(r"[A-Za-z0-9_-]{16,256}")]
WebAddress = Annotated[str, BeforeValidator(_web)]
Link = Annotated[str, BeforeValidator(_link)]
Zone = Annotated[str, AfterValidator(_zone)]
DatabaseAddress = Annotated[str, AfterValidator(_database)]
Id = Annotated[int, Field(gt=0, lt=2**52)]
"""A person's: those of groups are negative, and none has more than 52 bits."""
Ids = Annotated[frozenset[Id], BeforeValidator(_ids)]
Port = Annotated[int, Field(ge=1, le=65535)]


class Config(BaseSettings):
    """All settings. The description of each says what is expected."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    bot_token: Token | None = Field(
        None, description="the token that BotFather gave, like 123456:ABC…"
    )
    telegram_api_url: WebAddress = Field(
        TELEGRAM, description="the address of a Bot API server, like http://127.0.0.1:8081"
    )
    data_dir: Path = Field(Path("data"), description="a folder for the database and backups")
    database_url: DatabaseAddress = Field(
        "",
        repr=False,  # it may hold a password
        pattern=r"^(|sqlite\+aiosqlite:///.+|postgresql\+asyncpg://.+)$",
        description="sqlite+aiosqlite:///path or postgresql+asyncpg://user:password@host/name",
    )
    data_key: SecretStr | None = Field(
        None,
        description="Fernet keys (32 bytes in URL-safe base64), separated by commas, newest first",
    )
    admin_ids: Ids = Field(frozenset(), description="Telegram ids of the admins: 1234,5678")
    analyst_ids: Ids = Field(frozenset(), description="Telegram ids of the analysts: 1234,5678")
    webhook_url: WebAddress | None = Field(
        None, description="the public https address that Telegram sends updates to"
    )
    webhook_secret: WebhookSecret | None = Field(
        None,
        description="16 to 256 characters of A-Z, a-z, 0-9, _ and -; needed with WEBHOOK_URL",
    )
    webhook_host: str = Field("127.0.0.1", description="the address to listen on for updates")
    webhook_port: Port = Field(8080, description="a port, 1 to 65535")
    metrics_port: Port | None = Field(
        None, description="a port, 1 to 65535, for /metrics and /healthz"
    )
    default_language: Literal["ru", "uk", "en"] = Field(
        "ru", description=f"one of {', '.join(LANGUAGES)}"
    )
    time_zone: Zone | None = Field(
        None, description="the IANA name of a time zone, like Europe/Kyiv"
    )
    operator_name: str = Field(
        "", max_length=120, description="who processes the answers, at most 120 characters"
    )
    policy_url: Link | None = Field(None, description="a link to the privacy policy")
    channel_url: Link | None = Field(None, description="a link to the consultant's channel")
    contact_url: Link | None = Field(None, description="a link to write to the consultant")
    brand_name: str = Field(
        "", max_length=40, description="stands on pictures, at most 40 characters"
    )
    content_dir: Path | None = Field(
        None, description="a folder with instruments and wordings of your own"
    )
    retention_days: int = Field(
        365, ge=1, le=3650, description="days after which answers lose their person, 1 to 3650"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR"
    )

    @classmethod
    def settings_customise_sources(  # the values are handed in, nothing is looked up
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `read_config` hands in counts."""
        return (init_settings,)

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Config":
        if self.webhook_url and self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET: needed with WEBHOOK_URL")
        if self.webhook_url and not self.webhook_url.startswith("https://"):
            local = self.telegram_api_url != TELEGRAM
            if not local:
                raise ValueError("WEBHOOK_URL: expected an address that begins with https://")
        return self

    @property
    def database(self) -> str:
        """The database's address: the setting, or a file in DATA_DIR."""
        path = (self.data_dir / "bot.sqlite3").resolve()
        return self.database_url or f"sqlite+aiosqlite:///{path}"

    @property
    def backups(self) -> Path:
        """Where copies of the database go."""
        return self.data_dir / "backups"

    @property
    def key_file(self) -> Path:
        """Where the data key lies without DATA_KEY: beside DATA_DIR, never inside it."""
        return self.data_dir.resolve().parent / "secrets" / "data.key"


def read_config(environment: Mapping[str, str]) -> Config:
    """The settings in an environment.

    Args:
        environment: Names in upper case and their values; empty ones count as not set.

    Raises:
        ConfigError: With each wrong setting's name and what is expected. Values are not
            repeated: they may be secret.
    """
    values: dict[str, Any] = {
        name: environment[name.upper()]
        for name in Config.model_fields
        if environment.get(name.upper(), "").strip()
    }
    try:
        return Config(**values)
    except ValidationError as error:
        # Several wrong ids in one setting are one thing to put right.
        explained = dict.fromkeys(_explain(dict(fault)) for fault in error.errors())
        raise ConfigError("\n".join(explained)) from None


def _explain(fault: dict[str, Any]) -> str:
    if not fault["loc"]:
        return str(fault["ctx"]["error"])
    name = str(fault["loc"][0])
    return f"{name.upper()}: expected {Config.model_fields[name].description}"
