"""A local Bot API server with a chat page: stands in for Telegram where there is none."""
