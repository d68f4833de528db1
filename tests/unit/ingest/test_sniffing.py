"""A file is known by its content; its name decides only between kinds of text."""

import gzip

import pytest

from situate.errors import SkipItem, Unreadable, Unsupported
from situate.ingest.sniffing import kind_of


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("text", b"Government forces took the town."),
        ("text", b"<3 from the front line, < 5 km away"),
        ("text", b"From: the town hall\nTo: all\n\nThe siege is over."),
        ("text", b"{curly} beginnings are text"),
        ("text", b"[Update] The siege is over."),
        ("text", b"Aleppo, Homs and Hama\nfell, in this order, quickly."),
        ("text", "Наступление".encode()),
        ("json_lines", b'{"text": "x"}\n{"text": "y"}'),
        ("json_lines", b'\xef\xbb\xbf\n {"id": 1, "text": "' + b"x" * 70_000),
        ("json_lines", b'{"text": "x", "messages": [{"text": "y"}]}'),
        ("chat_export", b'{"name": "x", "messages": [{"id": 1, "type": "service", "date": "2019-04-01T10:00:00"}]}'),
        ("chat_export", b'{"messages": [{"type": "message", "date_unixtime": "0"}]}'),
        ("table", b"id,text,published\n1,x,2017"),
        ("table", b"Date;Text\n2017;x"),
        ("webpage", b"\n<!-- saved --><!DOCTYPE html>\n<html>"),
        ("webpage", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">'),
        ("webpage", b"<p>Fragment</p>"),
        ("feed", b'<?xml version="1.0" encoding="utf-8"?>\n<!-- x --><rss version="2.0">'),
        ("feed", b'<feed xmlns="http://www.w3.org/2005/Atom">'),
        ("feed", b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">'),
        ("feed", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>'),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3"),
        ("pdf", b"\n\n%PDF-1.7"),
        ("zip", b"PK\x03\x04...."),
        ("warc", b"WARC/1.1\r\n"),
        ("warc", gzip.compress(b"WARC/1.0\r\n")),
        ("mail", b"Received: from a\r\n by b\r\nFrom: x@a\r\nSubject: s\r\n\r\nbody"),
    ],
)
def test_by_content_whatever_the_name(kind, head):
    assert kind_of(head, "download") == kind


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.md", b"# Title", "markdown"),
        ("a.JSONL", b'oops\n{"text": "x"}', "json_lines"),
        ("a.eml", b"Subject: x\nFrom: a@a\n\nText", "mail"),
        ("a.csv", b"event,date\nx,y", "table"),
        ("a.txt", b"Rebels,town,day,dead\nx,y,z,4\n", "text"),
        ("a.html", b"%PDF-1.4", "pdf"),
        ("a.pdf", b"<html>", "webpage"),
        ("a.docx", b"Plain words.", "text"),
    ],
)
def test_name_decides_between_texts_only(name, head, kind):
    assert kind_of(head, name) == kind


@pytest.mark.parametrize(
    ("head", "error", "word"),
    [
        (b"", Unreadable, "empty"),
        (b" \r\n\t\n", Unreadable, "empty"),
        (bytes(range(256)) * 4, Unreadable, "no text"),
        (b"\x1f\x8bgarbage", Unreadable, "damaged"),
        (gzip.compress(b"some text"), Unsupported, "compressed"),
        (b"SQLite format 3\0...", Unsupported, "database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unsupported, "old office"),
        (b"{\\rtf1 x}", Unsupported, "RTF"),
        (b"\x89PNG\r\n", Unsupported, "picture"),
        (b"<?xml version='1.0'?><kml/>", Unsupported, "feed"),
        (b'{\n  "text": "x"\n}', Unsupported, "JSON lines"),
        (b'[{"text": "x"}]', Unsupported, "JSON lines"),
        (b"From a@a Tue Sep  5 10:00:00 2017\nSubject: x\n", Unsupported, "mailbox"),
    ],
)
def test_no_reader_says_why(head, error, word):
    with pytest.raises(SkipItem) as caught:
        kind_of(head, "x")
    assert type(caught.value) is error
    assert word in caught.value.message
