"""JSON for the database: compact, the same text for the same value."""

import orjson


def dump_json(value: object) -> str:
    """JSON text of a value."""
    return orjson.dumps(value).decode()


def load_json(text: str | bytes) -> object:
    """The value of a JSON text."""
    return orjson.loads(text)
