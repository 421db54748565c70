#!/bin/sh
# The tests drive the chat page in a real browser: Chromium of the system's packages.
set -eu
for name in chromium chromium-browser google-chrome; do
	if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ]; then root=""; elif sudo -n true 2>/dev/null; then root="sudo"; else
	echo "Install Chromium to test the chat page: apt-get install chromium" >&2; exit 1
fi
echo "Installing Chromium from the system's packages…"
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -qq -y --no-install-recommends chromium >/dev/null
