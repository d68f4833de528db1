"""Files made to stall, to break or to deceive their readers: each costs at most one row, the rest is read."""

import io
import json
import random
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from situate.ingest import IngestOptions, Limits, read_paths
from situate.model.failure import Failure
from situate.model.report import Report

LINE = "Government forces took the town of Marat on Tuesday, a resident told the agency by phone. "
PAGE = "<html><body>{}</body></html>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECONDS = 30.0

Run = Callable[..., list[Report | Failure]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Read a hostile file with a good one after it; the good one must come, all within the time that is promised."""

    def read(data: bytes | str, **limits: float) -> list[Report | Failure]:
        (tmp_path / "a").write_bytes(data if isinstance(data, bytes) else data.encode())
        (tmp_path / "b.html").write_text(PAGE.format(f"<p>{LINE}</p>"))
        begin = time.monotonic()
        *found, good = read_paths([tmp_path], IngestOptions(limits=Limits(**limits)))
        assert time.monotonic() - begin < SECONDS
        assert isinstance(good, Report)
        return found

    return read


def failed(items: list[Report | Failure], reason: str) -> Failure:
    (item,) = items
    assert isinstance(item, Failure), item
    assert item.reason == reason, item
    return item


def report(items: list[Report | Failure]) -> Report:
    (item,) = items
    assert isinstance(item, Report), item
    return item


@pytest.mark.parametrize("tag", ["div", "span", "b", "section"])
@pytest.mark.parametrize("depth", [200, 260, 1000, 3900])
def test_depth_does_not_hide_the_text(run, tag, depth):
    page = PAGE.format(f"<{tag}>" * depth + f"<p>{LINE * 4}</p>" + f"</{tag}>" * depth)
    assert report(run(page)).text.count("town of Marat") == 4


def test_text_beside_a_deep_stretch_does_not_hide_it(run):
    deep = "<div>" * 3000 + f"<p>Deep. {LINE * 4}</p>" + "</div>" * 3000
    assert "Deep." in report(run(PAGE.format(f"<p>{LINE * 3}</p>{deep}"))).text


def test_depth_beyond_the_limit(run):
    assert "nested" in failed(run(PAGE.format("<div>" * 100_000 + LINE)), "limit_exceeded").message


@pytest.mark.parametrize("value", ["1", '"<"', "'>'", '"="'])
def test_a_tag_of_100000_attributes(run, value):
    attributes = " ".join(f"a{number}={value}" for number in range(100_000))
    assert "attributes" in failed(run(PAGE.format(f"<p {attributes}>{LINE}</p>")), "limit_exceeded").message


def test_attributes_that_the_first_look_does_not_see_run_into_the_time_limit(run):
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    items = run(PAGE.format(f"<p {attributes}>{LINE}</p>"), attributes=10**9, cpu_seconds=2, wall_seconds=20)
    assert "processor time" in failed(items, "limit_exceeded").message or "longer" in items[0].message


def test_100000_links(run):
    links = "".join(f'<a href="/{number}">link {number}</a> ' for number in range(100_000))
    found = report(run(PAGE.format(f"<p>{LINE * 5}</p>{links}")))
    assert found.text.count("town of Marat") == 5
    assert found.warnings


@pytest.mark.parametrize("count", [2, 20, 5000])
def test_repeated_paragraphs_all_stay(run, count):
    assert report(run(PAGE.format(f"<p>{LINE * 3}</p>" * count))).text.count("town of Marat") == 3 * count


@pytest.mark.parametrize(
    "inner",
    ["<a" * 300_000, "<!--" * 300_000, "<script" * 300_000, "<p>x" * 50_000, "&" * 500_000, '<p title="' * 100_000],
    ids=["tags", "comments", "scripts", "paragraphs", "entities", "quotes"],
)
def test_broken_markup_takes_linear_time(run, inner):
    run(PAGE.format(f"<p>{LINE}</p>{inner}"))


def test_a_page_over_the_size(run):
    failed(run(PAGE.format("x" * 3000), page_bytes=2000), "limit_exceeded")


def zipped(*parts: tuple[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_document_that_declares_100_megabytes(run):
    begin = time.monotonic()
    body = f"<w:document {W}><w:body>".encode() + b" " * 104_000_000
    assert "100 to 1" in failed(run(zipped(("word/document.xml", body))), "limit_exceeded").message
    assert time.monotonic() - begin < 10


def test_a_document_of_many_large_parts(run):
    parts = [(f"word/media/{number}", bytes(1_000_000)) for number in range(5)]
    items = run(zipped(("word/document.xml", b"<x/>"), *parts), zip_bytes=4_000_000)
    assert "4000000" in failed(items, "limit_exceeded").message


def test_a_document_whose_declared_size_is_a_lie(run):
    data = bytearray(zipped(("word/document.xml", b"<x>" + b" " * 5_000_000 + b"</x>")))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 100)
    (item,) = run(bytes(data))
    assert isinstance(item, Failure)


def test_too_many_parts(run):
    parts = [(f"x{number}", b"") for number in range(3000)]
    assert "3000 parts" in failed(run(zipped(*parts)), "limit_exceeded").message


def test_names_are_never_paths(run, tmp_path):
    link = zipfile.ZipInfo("archive/link.warc")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../evil.warc", b"WARC/1.0\r\n")
        archive.writestr("/tmp/evil.warc", b"WARC/1.0\r\n")
        archive.writestr("archive/../../evil.warc", b"WARC/1.0\r\n")
        archive.writestr(link, "/etc/passwd")
    failure = failed(run(buffer.getvalue()), "unsupported")
    assert "link" in failure.message
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b.html"]


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
        '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p; <!ENTITY a11 "town">]>',
        '<!DOCTYPE x [<!ENTITY a11 "the town that nobody named">]>',
    ],
    ids=["laughs", "file", "network", "plain"],
)
@pytest.mark.parametrize("kind", ["feed", "document", "page"])
def test_entities_are_never_read(run, doctype, kind):
    feed = f"<rss><channel><item><description>{LINE} &a11;</description></item></channel></rss>"
    document = f"<w:document {W}><w:body><w:p><w:r><w:t>{LINE} &a11;</w:t></w:r></w:p></w:body></w:document>"
    data = {
        "feed": f'<?xml version="1.0"?>{doctype}{feed}'.encode(),
        "document": zipped(("word/document.xml", f"{doctype}{document}".encode())),
        "page": f"{doctype.replace('x', 'html', 1)}<html><body><p>{LINE} &a11;</p></body></html>".encode(),
    }[kind]
    for item in run(data):
        text = item.text if isinstance(item, Report) else item.message
        assert "root:" not in text
        assert "haha" not in text
        assert "nobody named" not in text or kind == "page"
        assert kind == "page" or isinstance(item, Failure)


def test_random_bytes_under_every_magic(tmp_path):
    noise = random.Random(5)
    heads = [
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"WARC/1.0\r\n",
        b"<html>",
        b"<rss>",
        b"\xff\xfe",
        b"",
        b"{",
    ]
    for number, head in enumerate(heads * 3):
        (tmp_path / f"{number:02}").write_bytes(head + noise.randbytes(3000))
    found = list(read_paths([tmp_path]))
    assert {str(tmp_path / f"{number:02}") for number in range(27)} == {
        (one.item if isinstance(one, Failure) else one.source_path or "").split(":")[0] for one in found
    }


def mutants(data: bytes, count: int, seed: int) -> list[bytes]:
    """Copies with bytes changed, cut out or doubled, the same for the same seed."""
    noise, made = random.Random(seed), []
    for _ in range(count):
        copy = bytearray(data)
        for _ in range(noise.randint(1, 12)):
            at = noise.randrange(len(copy))
            match noise.randrange(3):
                case 0:
                    copy[at] = noise.randrange(256)
                case 1:
                    del copy[at : at + noise.randint(1, 40)]
                case _:
                    copy[at:at] = copy[at : at + 40]
        made.append(bytes(copy))
    return made


def pdf() -> bytes:
    text = f"BT /F1 10 Tf 40 700 Td ({LINE}) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>\n"
        "endobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n"
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>\n"
        "/Contents 5 0 R >>\nendobj\n5 0 obj\n"
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n"
    ).encode()


def test_damaged_copies_of_every_format(tmp_path):
    document = f"<w:document {W}><w:body><w:p><w:r><w:t>{LINE}</w:t></w:r></w:p></w:body></w:document>"
    head = "MIME-Version: 1.0\r\nFrom: a@a\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    mail = f"{head}--b\r\n\r\n{LINE}"
    feed = f"<rss><channel><item><title>x</title><description>{LINE}</description></item></channel></rss>"
    originals = [
        pdf(),
        zipped(("word/document.xml", document.encode()), kind=zipfile.ZIP_STORED),
        mail.encode(),
        feed.encode(),
        PAGE.format(f"<article><p>{LINE * 4}</p></article>").encode(),
        json.dumps({"text": LINE, "published": "2017"}).encode(),
        f'id,text\n1,"{LINE}"\n'.encode(),
    ]
    for kind, original in enumerate(originals):
        for number, copy in enumerate([original, *mutants(original, 25, kind)]):
            (tmp_path / f"{kind}-{number:02}").write_bytes(copy)
    named = {
        (one.item if isinstance(one, Failure) else one.source_path or "").rsplit("/", 1)[1].split(":")[0]
        for one in read_paths([tmp_path])
    }
    assert {f"{kind}-00" for kind in range(7)} <= named
    assert len(named) >= 7 * 26 - 4  # a damaged header may leave no row under it


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_web_archive_goes_on_after_a_part_that_kills_its_reader(tmp_path):
    writer = pytest.importorskip("warcio.warcwriter")
    buffer = io.BytesIO()
    out = writer.WARCWriter(buffer, gzip=True)
    slow = PAGE.format("".join(f"<p>{LINE} {number}</p>" for number in range(80_000)))
    for url, page in (("a", PAGE.format(f"<p>{LINE} A</p>")), ("b", slow), ("c", PAGE.format(f"<p>{LINE} C</p>"))):
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
        out.write_record(out.create_warc_record(f"https://{url}.example/", "response", payload=io.BytesIO(body)))
    (tmp_path / "a.warc.gz").write_bytes(buffer.getvalue())
    first, killed, last = read_paths([tmp_path], IngestOptions(limits=Limits(cpu_seconds=1)))
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert (first.url, last.url) == ("https://a.example/", "https://c.example/")
    assert isinstance(killed, Failure)
    assert (killed.item.endswith(":2"), killed.reason) == (True, "limit_exceeded")


@pytest.mark.parametrize("text", ["a" * 300_000, "a-" * 150_000, "\x02" * 300_000, "a\x02 " * 100_000, " " * 300_000])
def test_patterns_on_text_take_linear_time(text):
    from situate.ingest import dates, furniture
    from situate.ingest.portable_document import rejoin, unwrap
    from situate.text.normalise import normalise

    begin = time.monotonic()
    for read in (normalise, unwrap, furniture.mark, dates.in_address, dates.iso, dates.of_mail):
        read(text)
    rejoin([text])
    assert time.monotonic() - begin < 5
