"""What a caller sent: a method's parameters, whichever way they travelled."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from preview.errors import ApiError, bad_request
from preview.markup import Json

_TRUE = frozenset({"true", "yes", "1", "y", "t"})
_LARGEST_REQUEST = 413


@dataclass(slots=True, frozen=True)
class Upload:
    """A file sent along."""

    name: str
    content: bytes
    mime_type: str


@dataclass(slots=True)
class Params:
    """Parameters by name; values are strings, or JSON values of a JSON request."""

    values: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A string, or the default."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if isinstance(value, int | float) else orjson.dumps(value).decode()

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; Telegram takes anything else for none."""
        value = self.values.get(name)
        if isinstance(value, int):
            return int(value)
        try:
            return int(str(value).strip())
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """A Boolean."""
        return self.text(name).strip().lower() in _TRUE

    def given(self, name: str) -> bool:
        """Whether there's anything under the name."""
        return self.values.get(name) not in (None, "")

    def json(self, name: str, refusal: str) -> Any:  # noqa: ANN401 - that is what JSON is
        """A JSON value, None without one.

        Raises:
            ApiError: 400 with the refusal when it is no JSON.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(refusal) from None


async def read_params(request: web.Request) -> Params:
    """The parameters of a call: query string first, then the body over it."""
    values: Json = dict(request.query) if request.query_string else {}
    if not request.body_exists:
        return Params(values)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise _too_large() from None
    if kind == "application/json":
        return Params(values | _json_body(body))
    if kind == "application/x-www-form-urlencoded":
        values.update(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    return Params(values)


def _json_body(body: bytes) -> Json:
    try:
        values = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("can't parse request JSON object")
    return values


def _too_large() -> ApiError:
    return ApiError(_LARGEST_REQUEST, "Request Entity Too Large")


async def _multipart(request: web.Request, values: Json) -> Params:
    files: dict[str, Upload] = {}
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise _too_large() from None
    for name, value in form.items():
        if isinstance(value, web.FileField):
            kind = value.content_type.partition(";")[0].strip()
            files[name] = Upload(value.filename, value.file.read(), kind)
            value.file.close()
        else:
            values[name] = value
    return Params(values, files)
