"""Text that a spreadsheet must not take for a formula."""

import re
from typing import Final

_FORMULA: Final = re.compile(r"[\t\r\n]|[\s\u200b\ufeff]*[=+\-@＝＋－＠]")
"""What Excel, LibreOffice or Google Sheets may run: also after blanks, also fullwidth."""


def neutral(text: str) -> str:
    """The text for a CSV cell, with an apostrophe in front where it would be run.

    Source: OWASP, "CSV Injection".
    """
    return f"'{text}" if _FORMULA.match(text) else text
