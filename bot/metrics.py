"""What is counted while the bot runs; nothing in it says who."""

from prometheus_client import Counter, Gauge, Histogram

UPDATES = Counter("bot_updates", "Updates taken, by outcome", ["outcome"])
UPDATE_SECONDS = Histogram(
    "bot_update_seconds",
    "From an update's arrival to its commit",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
DELIVERED = Counter("bot_delivered", "What Telegram has accepted, by kind", ["kind"])
RETRIED = Counter("bot_retried", "Calls tried again, by reason", ["reason"])
REFUSED = Counter("bot_refused", "What Telegram refused for good, by kind", ["kind"])
SET_ASIDE = Counter("bot_set_aside", "Updates confirmed before their work was done", ["reason"])
POLLED = Gauge("bot_polled_seconds", "When Telegram last answered getUpdates, Unix time")
WAITING = Gauge("bot_waiting", "People for whom something waits that Telegram has not accepted")
DEAD = Gauge("bot_dead_updates", "Updates given up after several failures, for two days")
READY = Gauge("bot_ready", "1 while updates are taken")
