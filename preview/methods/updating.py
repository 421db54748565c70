"""getUpdates and the webhook settings."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from preview import rules
from preview.errors import bad_request, conflict
from preview.markup import Json
from preview.methods.registry import handles
from preview.params import Params
from preview.world import Webhook, World

_LONGEST_POLL_S = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LOCAL_PORTS = frozenset({80, 88, 443, 8443})
_TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


def _allowed(world: World, params: Params) -> None:
    allowed = params.json("allowed_updates", "can't parse allowed_updates JSON object")
    if isinstance(allowed, list):
        world.updates.allowed = [str(kind) for kind in allowed]


@handles("getUpdates", "offset", "limit", "timeout", "allowed_updates")
async def get_updates(world: World, params: Params) -> list[Json]:
    """What happened; waits for it when nothing has."""
    if world.webhook.url:
        raise conflict(_WEBHOOK_ACTIVE)
    updates = world.updates
    updates.terminate(_TERMINATED)
    _allowed(world, params)
    offset = params.integer("offset")
    limit = min(max(params.integer("limit", rules.UPDATES_AT_ONCE), 1), rules.UPDATES_AT_ONCE)
    timeout = min(max(params.integer("timeout"), 0), _LONGEST_POLL_S)
    updates.confirm(offset)
    batch = updates.batch(limit)
    if not batch and timeout:
        await updates.wait(timeout)
        batch = updates.batch(limit)
    return batch


def _checked_webhook_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not host or parts.scheme not in {"http", "https"}:
        raise bad_request("invalid webhook URL specified")
    # A self-hosted server allows plain HTTP and any port, but for hosts of one's own only here.
    if parts.scheme == "http" and not _is_local(host):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not _is_local(host) and port not in {None, *_LOCAL_PORTS}:
        raise bad_request(
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        )
    return url


def _is_local(host: str) -> bool:
    if host == "localhost" or "." not in host:
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


@handles(
    "setWebhook", "url", "max_connections", "allowed_updates", "drop_pending_updates",
    "secret_token",
)  # fmt: skip
def set_webhook(world: World, params: Params) -> bool:
    """Where to send updates; an empty address turns it off."""
    if not params.given("url"):
        return delete_webhook(world, params)
    url = _checked_webhook_url(params.text("url"))
    secret = params.text("secret_token")
    if len(secret) > rules.SECRET_TOKEN_LENGTH:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.integer("max_connections", 40)
    connections = connections if connections in rules.WEBHOOK_CONNECTIONS else 40
    _allowed(world, params)
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.terminate("terminated by setWebhook request")
    world.webhook = Webhook(url, secret, connections)
    world.updates.wake()
    return True


@handles("deleteWebhook", "drop_pending_updates")
def delete_webhook(world: World, params: Params) -> bool:
    """Back to getUpdates."""
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook = Webhook()
    world.updates.wake()
    return True


@handles("getWebhookInfo")
def get_webhook_info(world: World, _params: Params) -> Json:
    """How the webhook fares."""
    hook = world.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
    if hook.last_error_date:
        info["last_error_date"] = hook.last_error_date
        info["last_error_message"] = hook.last_error_message
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info
