"""The JSON API of the server, from the other side."""

import aiohttp
import orjson

from preview.markup import Json

_REFUSED = 400


class RefusedError(RuntimeError):
    """The server says that a person can't do that."""


class Api:
    """The server's JSON API over one HTTP session."""

    def __init__(self, base_url: str, session: aiohttp.ClientSession | None) -> None:
        self.base_url = base_url.rstrip("/")
        self.owned = session is None
        self.session = session or aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            timeout=aiohttp.ClientTimeout(total=None),
        )

    async def get(self, path: str, **query: str | float) -> Json:
        """JSON of an address."""
        async with self.session.get(f"{self.base_url}/api{path}", params=query) as response:
            return await self._read(response)

    async def post(self, path: str, values: Json | aiohttp.FormData) -> Json:
        """JSON of an address that does something."""
        body = values if isinstance(values, aiohttp.FormData) else orjson.dumps(values)
        headers = (
            None if isinstance(values, aiohttp.FormData) else {"Content-Type": "application/json"}
        )
        url = f"{self.base_url}/api{path}"
        async with self.session.post(url, data=body, headers=headers) as response:
            return await self._read(response)

    async def file(self, file_id: str) -> bytes:
        """The content of a file."""
        async with self.session.get(f"{self.base_url}/api/files/{file_id}") as response:
            response.raise_for_status()
            return await response.read()

    async def _read(self, response: aiohttp.ClientResponse) -> Json:
        body = await response.read()
        if response.status >= _REFUSED:
            try:
                reason = orjson.loads(body)["error"]
            except (orjson.JSONDecodeError, KeyError):
                reason = f"{response.status} {response.reason}"
            raise RefusedError(reason)
        values: Json = orjson.loads(body)
        return values

    async def close(self) -> None:
        """Closes the session if it is this one's own."""
        if self.owned:
            await self.session.close()
