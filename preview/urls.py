"""What Telegram takes for a link."""

import re
from urllib.parse import SplitResult, urlsplit

_PROTOCOLS = frozenset({"http", "https", "tg", "ton", "tonsite"})
_HOST = re.compile(r"(?:[^\s.\[\]:@/]+\.)+[^\W\d_][^\s.\[\]:@/]+", re.UNICODE)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


def checked_url(url: str) -> str:
    """The link as Telegram stores it.

    Raises:
        ValueError: with the end of Telegram's sentence on it.
    """
    url = url.strip()
    if not url:
        raise ValueError("URL host is empty")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url) is None or re.match(r"[^/]+:\d", url):
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise ValueError("Wrong HTTP URL") from None
    scheme = parts.scheme.lower()
    if scheme not in _PROTOCOLS:
        raise ValueError("Unsupported URL protocol")
    if scheme in {"http", "https"}:
        return _web(parts, host)
    return url


def _web(parts: SplitResult, host: str) -> str:
    if not host:
        raise ValueError("URL host is empty")
    if not (_HOST.fullmatch(host) or _ADDRESS.fullmatch(host)) or " " in parts.netloc:
        raise ValueError("Wrong HTTP URL")
    return parts._replace(path=parts.path or "/").geturl()
