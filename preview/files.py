"""Files the server keeps: stable identifiers, sizes of photos, downloads."""

import base64
import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from preview.errors import bad_request
from preview.markup import Json

_PREFIXES = {"photo": "AgAC", "document": "BQAC", "sticker": "CAAC", "voice": "AwAC"}


@dataclass(slots=True, frozen=True)
class StoredFile:
    """One file under its identifier."""

    file_id: str
    file_unique_id: str
    kind: str
    path: str
    name: str
    mime_type: str
    content: bytes
    width: int = 0
    height: int = 0

    def photo_size(self) -> Json:
        """As a PhotoSize."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_unique_id,
            "file_size": len(self.content),
            "width": self.width,
            "height": self.height,
        }

    def document(self) -> Json:
        """As a Document."""
        return {
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_id": self.file_id,
            "file_unique_id": self.file_unique_id,
            "file_size": len(self.content),
        }


@dataclass(slots=True)
class Files:
    """All files of a world; an identifier never changes its content."""

    bot_id: int
    counter: int = 0
    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)
    photo_sizes: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, name: str, content: bytes, mime_type: str = "") -> StoredFile:
        """Keeps a file byte for byte."""
        return self._add(kind, PurePosixPath(name).name or "file", content, mime_type)

    def add_photo(self, sizes: list[tuple[bytes, int, int]]) -> list[Json]:
        """Keeps a photo; gives its sizes, the smallest first."""
        stored = [
            self._add("photo", "photo.jpg", content, "image/jpeg", (width, height))
            for content, width, height in sizes
        ]
        identifiers = [file.file_id for file in stored]
        for identifier in identifiers:
            self.photo_sizes[identifier] = identifiers
        return [file.photo_size() for file in stored]

    def photo(self, file_id: str) -> list[Json]:
        """The sizes of a known photo.

        Raises:
            ApiError: an unknown identifier or one of another kind of file.
        """
        self.get(file_id, "photo")
        return [self.by_id[size].photo_size() for size in self.photo_sizes[file_id]]

    def get(self, file_id: str, kind: str = "") -> StoredFile:
        """A file to send again.

        Raises:
            ApiError: an unknown identifier or one of another kind of file.
        """
        file = self.by_id.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if kind and file.kind != kind:
            raise bad_request(
                f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}"
            )
        return file

    def keep(self, file: StoredFile) -> None:
        """Takes a file in under the identifiers it has."""
        self.by_id[file.file_id] = file
        self.by_path[file.path] = file

    def _add(
        self,
        kind: str,
        name: str,
        content: bytes,
        mime_type: str,
        size: tuple[int, int] = (0, 0),
    ) -> StoredFile:
        # By number and not by content: to Telegram the same picture sent twice is two files.
        self.counter += 1
        digest = hashlib.sha256(f"{self.bot_id}/{self.counter}".encode()).digest()
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        unknown = mime_type in {"", "application/octet-stream"}
        file = StoredFile(
            file_id=_PREFIXES.get(kind, "AAAA") + _encoded(digest),
            file_unique_id="AQAD" + _encoded(digest[:9]),
            kind=kind,
            path=f"{kind}s/file_{self.counter}{PurePosixPath(name).suffix.lower()}",
            name=name,
            mime_type=guessed if unknown else mime_type,
            content=content,
            width=size[0],
            height=size[1],
        )
        self.keep(file)
        return file


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
