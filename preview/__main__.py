"""`python -m preview`: the server by itself, for a bot in another process."""

import argparse
import asyncio
import logging
from pathlib import Path

from preview.server import serve
from preview.world import DEFAULT_TOKEN, World

_LOG = logging.getLogger("preview")


async def run(host: str, port: int, token: str, state_dir: Path | None) -> None:
    """Serves until interrupted."""
    async with serve(host, port, World(token), state_dir=state_dir) as server:
        _LOG.info("chat page and Bot API: %s", server.base_url)
        await asyncio.Event().wait()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="preview", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--state-dir", type=Path)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        asyncio.run(run(options.host, options.port, options.token, options.state_dir))
    except KeyboardInterrupt:
        _LOG.info("bye")


if __name__ == "__main__":
    main()
