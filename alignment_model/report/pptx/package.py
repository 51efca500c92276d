"""A deck's file without the clock in it: the same report gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

MOMENT = (1980, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def settled_package(content: bytes, moment: str) -> bytes:
    """The Office file, and every workbook inside it, with one fixed time in place of now.

    Parameters
    ----------
    content
        A zipped Office file.
    moment
        The time to write, as "2026-11-20T00:00:00Z".
    """
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(".xlsx"):
                data = settled_package(data, moment)
            elif name == "docProps/core.xml":
                data = STAMP.sub(rb"\g<1>" + moment.encode(), data)
            made.writestr(zipfile.ZipInfo(name, MOMENT), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
