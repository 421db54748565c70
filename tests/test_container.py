"""The image and the composition, as far as that goes without an engine to build them."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import orjson
import pytest
from ruamel.yaml import YAML

from bot.config import Config

ROOT = Path(__file__).parent.parent


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's lines, each as its instruction and the rest."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", "")
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in text.splitlines() if line]


def settings() -> dict[str, str]:
    """The environment of the image."""
    found = (rest for name, rest in instructions() if name == "ENV")
    return dict(word.split("=", 1) for rest in found for word in shlex.split(rest))


@pytest.fixture(scope="module")
def composition() -> Any:  # noqa: ANN401 - YAML
    """compose.yaml."""
    return YAML(typ="safe").load(ROOT / "compose.yaml")


def copied() -> list[str]:
    """What of the repository is in the image's last stage."""
    return [
        rest.split()[0]
        for name, rest in instructions()
        if name == "COPY" and not rest.startswith(("--from", "requirements"))
    ]


def test_all_packages_are_in_the_image() -> None:
    """A package of the bot that is forgotten would be missed only in production."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {*project["tool"]["importlinter"]["root_packages"], "migrations"}
    assert set(copied()) == wanted


def test_what_is_copied_is_enough(tmp_path: Path) -> None:
    """Content, tables, key and export work with nothing else of the repository around them."""
    for name in copied():
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-m", "bot", "export", "report", "--to", "exports"],
        cwd=tmp_path,
        env={"DATA_DIR": str(tmp_path / "data"), "MPLCONFIGDIR": str(tmp_path / "fonts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "data" / "bot.sqlite3").exists()
    assert (tmp_path / "secrets" / "data.key").exists()
    assert [path.suffix for path in (tmp_path / "exports").iterdir()] == [".xlsx"]


def test_nobody_in_particular() -> None:
    """It does not run as root, and owns only the two folders it writes to."""
    users = [rest for name, rest in instructions() if name == "USER"]
    assert users == ["bot"]
    made = next(rest for name, rest in instructions() if "install -d" in rest)
    assert made.endswith("-o bot -g bot /data /secrets")
    assert [orjson.loads(rest) for name, rest in instructions() if name == "VOLUME"] == [
        ["/data", "/secrets"]
    ]
    assert settings()["DATA_DIR"] == "/data"  # so that the key lies in /secrets


def test_the_health_check_is_a_program() -> None:
    """It compiles, and asks where the image serves its health."""
    (check,) = (rest for name, rest in instructions() if name == "HEALTHCHECK")
    python, flag, program = orjson.loads(check[check.index("[") :])
    assert (python, flag) == ("python", "-c")
    compile(program, "health check", "exec")
    assert "METRICS_PORT" in program
    assert "METRICS_PORT" in settings()


def test_only_settings_that_exist(composition: Any) -> None:  # noqa: ANN401 - YAML
    """A misspelt one would be ignored in silence."""
    known = {name.upper() for name in Config.model_fields}
    of_python = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "MPLCONFIGDIR"}
    assert settings().keys() - of_python <= known
    assert composition["services"]["bot"]["environment"].keys() <= known


def test_the_composition(composition: Any) -> None:  # noqa: ANN401 - YAML
    """As little power as possible, data that outlives the container, local ports only."""
    bot = composition["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert set(bot["volumes"]) == {"data:/data", "secrets:/secrets"}
    assert all(port.startswith("127.0.0.1:") for port in bot["ports"])
    assert settings()["MPLCONFIGDIR"].startswith(bot["tmpfs"][0])
    assert "ports" not in composition["services"]["postgres"]
    named = {
        volume.partition(":")[0]
        for service in composition["services"].values()
        for volume in service["volumes"]
    }
    assert named == composition["volumes"].keys()
