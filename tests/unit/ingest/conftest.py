"""Files of every format, made here byte by byte; fixtures give the builders."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from situate.ingest import IngestOptions, read_paths
from situate.model.failure import Failure
from situate.model.report import Report

STORY = (
    "Government forces took the town of Marat on Tuesday, a resident said.\n"
    "The rebels who had held it for two years withdrew to the north, according to the governor's office."
)


def pdf_bytes(*pages: str, password: bool = False, title: str = "") -> bytes:
    """A PDF with one text line for each line of a page; one without lines is a blank page (a scan)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        rows = [f"({line}) Tj T*".replace("’", "'") for line in page.splitlines()]
        stream = "BT /F1 10 Tf 14 TL 40 760 Td " + " ".join(rows) + " ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) /CreationDate (D:20010101000000Z) >>")
    trailer = f"/Root 1 0 R /Info {len(objects)} 0 R"
    if password:
        key = "00112233445566778899aabbccddeeff" * 2
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{key[:32]}> <{key[:32]}>]"
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} {trailer} >>\nstartxref\n{len(out)}\n"
    return out + end.encode() + b"%%EOF\n"


def docx_bytes(body: str, *, core: str = "", more: dict[str, str] | None = None) -> bytes:
    """A DOCX whose ``w:body`` holds ``body``."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {space} {compatible}><w:body>{body}</w:body></w:document>")
        if core:
            archive.writestr("docProps/core.xml", core)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def warc_bytes(*answers: tuple[str, str, bytes], packed: bool = False, status: str = "200 OK") -> bytes:
    """A WARC of responses: address, content type, body."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    for url, kind, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2020-01-01T00:00:00Z"},
        )
        writer.write_record(record)
    return buffer.getvalue()


@pytest.fixture
def story() -> str:
    """Two sentences of an English report, on two lines."""
    return STORY


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """See ``pdf_bytes``."""
    return pdf_bytes


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """See ``docx_bytes``."""
    return docx_bytes


@pytest.fixture
def make_warc() -> Callable[..., bytes]:
    """See ``warc_bytes``."""
    return warc_bytes


@pytest.fixture
def ingest(tmp_path: Path) -> Callable[..., list[Report | Failure]]:
    """Write one file and read it: the items found."""

    def run(name: str, data: bytes | str, **options: Any) -> list[Report | Failure]:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return list(read_paths([path], IngestOptions(**options)))

    return run
