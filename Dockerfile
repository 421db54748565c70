# Two stages: the first installs what is locked, the second runs it as nobody in particular.
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements/run.txt

FROM python:3.13-slim
RUN useradd --system --uid 10001 bot && install -d -o bot -g bot /data /secrets
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY bot bot
COPY content content
COPY domain domain
COPY handlers handlers
COPY migrations migrations
COPY preview preview
COPY results results
COPY storage storage
# Inside a container only its own ports are open, and those only to whom they are published.
# The fonts' cache takes 0.2 s to make; kept in the image, a read-only root would refuse it.
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data \
    MPLCONFIGDIR=/tmp/matplotlib WEBHOOK_HOST=0.0.0.0 METRICS_PORT=9090
RUN python -m compileall -q bot content domain handlers migrations preview results storage
USER bot
VOLUME ["/data", "/secrets"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD \
    ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['METRICS_PORT'] + '/healthz')"]
CMD ["python", "-m", "bot", "run"]
