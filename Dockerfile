# Two stages: the first installs what is locked, the second runs it as nobody in particular.
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt

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
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 DATA_DIR=/data MPLCONFIGDIR=/tmp/matplotlib \
    METRICS_PORT=9090
USER bot
# The fonts' cache is made once, here, instead of at every start.
RUN python -c "from results.card import CardPainter; CardPainter()"
VOLUME ["/data", "/secrets"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD \
    ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9090/healthz')"]
CMD ["python", "-m", "bot", "run"]
