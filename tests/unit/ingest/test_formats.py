"""Each format becomes a report with its text, its date and what it says of itself."""

import io
import json
import zipfile

import pytest

from situate.model.failure import Failure
from situate.model.report import Report

PAGE = """<!doctype html><html lang="en"><head><title>Window | Agency</title>
<meta property="og:site_name" content="The Agency"><meta property="og:title" content="Town falls">{head}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Town falls</h1>{byline}
<p>Government forces took the town of Marat on Tuesday after a month of fighting,
a resident told the agency by phone.</p>
<p>The rebels who had held the town for two years withdrew to the north, according to the office of the governor.</p>
<p>On 1 August 2015 the two sides had agreed to a truce, which held for eleven days before shelling began again.</p>
</article><footer>About us. Contact. Terms of use.</footer></body></html>"""


def one(items):
    assert len(items) == 1, items
    assert isinstance(items[0], Report), items[0]
    return items[0]


def failed(items):
    assert len(items) == 1, items
    assert isinstance(items[0], Failure), items[0]
    return items[0]


def test_text_is_never_altered(ingest, story):
    text = "\n  " + story.replace("\n", "\r\n") + " \u00a0“x”\u200b\n\n\n\n"
    report = one(ingest("a.txt", text))
    assert report.text == text
    assert (report.media_type, report.published, report.published_basis) == ("text/plain", None, "none")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_by_its_encoding(ingest, story, encoding):
    text = story + " “It is over,” she said – naïve or not."
    assert one(ingest("a.txt", text.encode(encoding))).text == text


def test_utf_16_without_a_mark(ingest, story):
    assert one(ingest("a.txt", story.encode("utf-16-le"))).text == story


@pytest.mark.parametrize("data", ["حلب".encode("cp1256") * 40, "ab — ćé".encode() + b"\xff" * 2, b"\x81\x8d text " * 9])
def test_what_cannot_be_decoded_is_a_failure(ingest, data):
    assert failed(ingest("a.txt", data)).reason == "unreadable"


def test_markdown_stays_as_it_is(ingest, story):
    report = one(ingest("a.md", "# Town\n\n" + story))
    assert report.text.startswith("# Town\n\n")
    assert report.media_type == "text/markdown"


def test_page(ingest):
    head = '<script type="application/ld+json">{"@graph": [{"datePublished": "2017-09-05T10:00:00+03:00"}]}</script>'
    report = one(ingest("saved", PAGE.format(head=head, byline="")))
    assert "told the agency by phone" in report.text
    assert "Terms of use" not in report.text
    assert (report.title, report.outlet) == ("Town falls", "The Agency")
    assert (report.published, report.published_basis) == ("2017-09-05T10:00:00+03:00", "metadata:json-ld")


def test_scripts_comments_and_hidden_parts_are_no_text(ingest):
    head = "<script>if (a < b) { x = '<p>' + 'İ'.repeat(900) + '</p>'; }</SCRIPT><style>p > b { color: red }</style>"
    inner = (
        "<!-- <p>An old paragraph that was taken out, about quite another town, long enough to count.</p> -->"
        '<!--[if IE]> x <![endif]--><p style="display: none">' + "Hidden words. " * 20 + "</p>"
    )
    report = one(ingest("a.html", PAGE.format(head=head, byline=inner)))
    assert "told the agency by phone" in report.text
    assert not any(word in report.text for word in ("repeat", "old paragraph", "color"))
    assert report.warnings == ("279 characters on the page are not shown by a browser",)


@pytest.mark.parametrize(
    ("head", "byline", "published", "basis"),
    [
        ('<meta property="article:published_time" content="2017-09-05">', "", "2017-09-05", "metadata:meta"),
        ("", '<time datetime="2017-09-05" pubdate>yesterday</time>', "2017-09-05", "metadata:time"),
        ("", '<span class="byline">By A. Writer, 5 September 2017</span>', "2017-09-05", "metadata:htmldate"),
        ('<link rel="canonical" href="https://a.example/2017/09/05/town/">', "", "2017-09-05", "url"),
        ("", "", None, "none"),
    ],
)
def test_date_of_a_page_names_its_method(ingest, head, byline, published, basis):
    report = one(ingest("a.html", PAGE.format(head=head, byline=byline)))
    assert (report.published, report.published_basis) == (published, basis)


def test_argument_holds_where_the_item_has_no_date(ingest):
    head = '<meta property="article:published_time" content="2017-09-05">'
    report = one(ingest("a.html", PAGE.format(head=head, byline=""), published="2018-01-01", outlet="Other"))
    assert (report.published, report.published_basis, report.outlet) == ("2018-01-01", "argument", "The Agency")


def test_page_in_windows_1252(ingest):
    page = PAGE.format(
        head='<meta charset="iso-8859-1">', byline="<p>“We won’t leave,” the governor of the town said.</p>"
    )
    assert "“We won’t leave,”" in one(ingest("a.html", page.encode("cp1252"))).text


def test_pdf(ingest, make_pdf):
    page = (
        "Government forces took the town of Marat on Tuesday after a month of\n"
        "fighting, a resident told the agency by phone.\n"
        "The rebels who had held the town for two years withdrew to the north of\n"
        "the province."
    )
    report = one(ingest("a.pdf", make_pdf(page, page, title="Field note")))
    paragraph = "after a month of fighting, a resident told the agency by phone.\nThe rebels"
    assert report.text.count(paragraph) == 2
    assert (report.title, report.published, report.media_type) == ("Field note", None, "application/pdf")


def test_words_split_by_a_line_end_are_whole_again(ingest, make_pdf):
    page = (
        "Government forces broke the siege of the town and of the regime-\n"
        "held pockets in it, after the besie-\nged soldiers fired on a market-\n"
        "place between 10-\n12 men stood in Tuesday morn-\ning sun."
    )
    text = one(ingest("a.pdf", make_pdf(page))).text
    for words in ("the regime-held pockets", "the besieged soldiers", "a marketplace", "10-12 men", "Tuesday morning"):
        assert words in text


def test_pdf_of_a_scan_says_so(ingest, make_pdf):
    failure = failed(ingest("a.pdf", make_pdf("", "")))
    assert (failure.reason, "scan" in failure.message, "OCR" in failure.remedy) == ("unreadable", True, True)


def test_pdf_with_one_blank_page_warns(ingest, make_pdf, story):
    assert one(ingest("a.pdf", make_pdf(story, ""))).warnings == ("no text on page 2",)


def test_locked_pdf_says_so(ingest, make_pdf, story):
    assert "locked" in failed(ingest("a.pdf", make_pdf(story, password=True))).message


def test_word_document(ingest, make_docx):
    body = (
        "<w:p><w:r><w:t>Government forces took the </w:t></w:r><w:r><w:t>town of Marat on Tuesday.</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>It never happened.</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText>"
        "<w:t>The rebels</w:t><w:tab/><w:t>withdrew.</w:t></w:r></w:p>"
        "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:d="http://purl.org/dc/terms/"><dc:title>Note</dc:title>'
        "<d:created>2001-01-01</d:created></c>"
    )
    report = one(ingest("a.docx", make_docx(body, core=core, more={"word/footnotes.xml": "<x/>"})))
    assert report.text == "Government forces took the town of Marat on Tuesday.\nThe rebels withdrew.\nBoxed."
    assert (report.title, report.published) == ("Note", None)
    assert report.warnings == ("footnotes were not read",)


MAIL = (
    "From: Field office <field@a.example>\r\nTo: desk@a.example\r\nSubject: =?utf-8?q?Marat_=E2=80=93_update?=\r\n"
    "Date: Tue, 05 Sep 2017 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
)


def test_mail(ingest, story):
    report = one(ingest("a.eml", MAIL + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + story))
    assert report.text == story
    assert (report.title, report.published, report.published_basis, report.outlet) == (
        "Marat – update",
        "2017-09-05T10:00:00+03:00",
        "metadata:date",
        None,
    )


def test_mail_of_a_page_alone(ingest):
    report = one(ingest("x", MAIL + "Content-Type: text/html\r\n\r\n<p>Rebels took <b>Marat</b>.</p><p>Two died.</p>"))
    assert report.text == "Rebels took Marat.\nTwo died."


def test_mail_names_its_attachments(ingest, story, make_pdf):
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "a@a.example", "Report"
    message.set_content(story)
    message.add_attachment(make_pdf("x"), maintype="application", subtype="pdf", filename="notes.pdf")
    report = one(ingest("a.eml", message.as_bytes()))
    assert report.text == story
    assert report.warnings == ("1 attachments were not read: notes.pdf",)


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Agency</title><item><title>Town falls</title><link>https://a.example/1</link>
<pubDate>Tue, 05 Sep 2017 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Rebels took Marat &amp; its bridge.</p><p>Two died.</p>]]></content:encoded></item>
<item><title>Second item without more</title></item><item><link>https://a.example/3</link></item></channel></rss>"""


def test_feed_gives_a_report_an_item(ingest):
    first, second, third = ingest("a.xml", RSS)
    assert (first.text, first.title, first.outlet, first.url) == (
        "Rebels took Marat & its bridge.\nTwo died.",
        "Town falls",
        "The Agency",
        "https://a.example/1",
    )
    assert (first.published, first.published_basis) == ("2017-09-05T10:00:00+00:00", "metadata:feed")
    assert (second.text, second.warnings) == ("Second item without more", ("the item holds a headline only",))
    assert third.item.endswith("a.xml:3")


def test_atom(ingest):
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><title>T</title><id>tag:1</id>'
        '<link rel="self" href="https://a.example/x"/><link href="https://a.example/y"/>'
        "<updated>2019-01-01T00:00:00Z</updated><published>2017-09-05T00:00:00Z</published>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rebels took Marat.</p></div></content>'
        "</entry></feed>"
    )
    report = one(ingest("feed", feed))
    assert (report.text, report.published, report.url) == (
        "Rebels took Marat.",
        "2017-09-05T00:00:00Z",
        "https://a.example/y",
    )
    assert report.extra["guid"] == "tag:1"


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(ingest, make_warc, make_pdf, story, packed):
    page = PAGE.format(head="", byline="").encode()
    answers = [
        ("https://a.example/p", "text/html; charset=utf-8", page),
        ("https://a.example/copy", "text/html", page),
        ("https://a.example/i.png", "image/png", b"\x89PNG"),
        ("https://a.example/t", "text/plain", story.encode()),
        ("https://a.example/d", "application/pdf", make_pdf(story)),
        ("https://a.example/empty", "text/plain", b" "),
    ]
    first, text, document, empty = ingest("a.bin", make_warc(*answers, packed=packed))
    assert (first.url, first.published, first.title) == ("https://a.example/p", None, "Town falls")
    assert (text.text, text.extra["fetched"]) == (story, "2020-01-01T00:00:00Z")
    assert "town of Marat" in document.text
    assert (empty.reason, empty.item[-2:]) == ("unreadable", ":5")


def test_errors_of_servers_are_no_items(ingest, make_warc):
    data = make_warc(("https://a.example/p", "text/html", b"<p>Not found</p>"), status="404 Not Found")
    assert "without pages" in failed(ingest("a.warc", data)).message


def test_packed_web_archive_collection(ingest, make_warc, story):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        second = ("https://a.example/b", "text/plain", b"B " + story.encode())
        archive.writestr("archive/b.warc.gz", make_warc(second, packed=True))
        archive.writestr("archive/a.warc", make_warc(("https://a.example/a", "text/plain", story.encode())))
        archive.writestr("datapackage.json", "{}")
        archive.writestr("../../escape.warc", "x")
    first, second = ingest("a.wacz", buffer.getvalue())
    assert (first.url, second.url) == ("https://a.example/a", "https://a.example/b")


def test_report_lines(ingest, story):
    lines = [
        {"id": "a1", "text": story, "published": "2017-09-05", "outlet": "O", "title": "T", "url": "u", "side": "x"},
        {"text": " " + story + "\r\n", "published": None},
        {"id": 7, "html": PAGE.format(head="", byline=""), "title": "Mine"},
    ]
    first, second, third = ingest("a.jsonl", "\n".join(map(json.dumps, lines)) + "\n\n")
    assert (first.id, first.published, first.published_basis, first.outlet) == ("a1", "2017-09-05", "given", "O")
    assert dict(first.extra) == {"side": "x"}
    assert (second.text, second.published) == (" " + story + "\r\n", None)
    assert second.id.startswith("r:")
    assert (third.id, third.title, third.outlet) == ("7", "Mine", "The Agency")


def test_a_wrong_line_costs_that_line(ingest, story):
    good = json.dumps({"text": story})
    lines = [
        '{"text": ',
        good,
        "[1]",
        '{"text": "x \\ud800 y"}',
        '{"text": 5, "title": []}',
        '{"outlet": "O"}',
        '{"text": "NUL \\u0000 here"}',
        '{"text": "x", "published": "5.9.2017"}',
        '{"text": "x", "n": NaN}',
        "[" * 100_000,
        '{"text": "x", "n": ' + "9" * 5000 + "}",
        '{"text": "   "}',
        good,
    ]
    found = ingest("a.jsonl", "\n".join(lines))
    assert [type(one).__name__ == "Report" for one in found] == [number in (2, 13) for number in range(1, 14)]
    bad = [one for one in found if isinstance(one, Failure)]
    assert {one.reason for one in bad} == {"bad_report"}
    assert [int(one.item.rpartition(":")[2]) for one in bad] == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    assert "'text' is no text; 'title' is no text" in bad[3].message


def test_same_id_stays_the_same_id(ingest):
    lines = [json.dumps({"id": "a", "text": text}) for text in ("One.", "One.", "Another.")]
    assert [(one.id, one.text) for one in ingest("a.jsonl", "\n".join(lines))] == [
        ("a", "One."),
        ("a", "One."),
        ("a", "Another."),
    ]


def test_two_ids_with_one_text_are_two_reports(ingest):
    lines = [json.dumps({"id": name, "text": "One."}) for name in "ab"]
    assert [one.id for one in ingest("a.jsonl", "\n".join(lines))] == ["a", "b"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_table(ingest, delimiter):
    rows = ["id,Text,published,note", 'x,"Rebels, it says, took ""Marat"".\r\nTwo died.",2017-09-05,n', "y,Z.,,"]
    data = "\r\n".join(row.replace(",", delimiter) for row in rows)
    first, second = ingest("reports.bin", "\ufeff" + data)
    assert first.text == 'Rebels, it says, took "Marat".\r\nTwo died.'.replace(",", delimiter)
    assert (first.id, first.published, dict(first.extra)) == ("x", "2017-09-05", {"note": "n"})
    assert (second.id, second.source_path.rpartition(":")[2]) == ("y", "4")


POSTS = "Date,Channel,Post,Link\n{}\n"


def test_a_table_of_posts_is_known_by_what_such_tables_call_their_columns(ingest):
    found = one(ingest("posts.csv", POSTS.format("2024-03-14,Front Watch,The town fell.,https://example.org/1")))
    assert (found.text, found.published, found.outlet) == ("The town fell.", "2024-03-14", "Front Watch")
    assert found.url == "https://example.org/1"
    both = one(ingest("a.csv", "post,text,source\nnot this,The town fell.,https://example.org/2\n"))
    assert (both.text, both.url, both.outlet) == ("The town fell.", "https://example.org/2", None)
    assert dict(both.extra) == {"post": "not this"}


@pytest.mark.parametrize(
    ("days", "published"),
    [
        (["14/03/2024", "02/04/2024"], ["2024-03-14", "2024-04-02"]),
        (["3/14/2024 08:15", "4/2/2024 9:30"], ["2024-03-14", "2024-04-02"]),
        (["02.04.2024", "2024-04-03"], ["2024-04-02", "2024-04-03"]),
        (["14 March 2024", "April 2, 2024"], ["2024-03-14", "2024-04-02"]),
        (["02/04/2024", "03/04/2024"], None),
        (["14/03/2024", "03/14/2024"], None),
        (["yesterday", "31 June 2024"], None),
    ],
)
def test_days_of_a_table_as_spreadsheets_write_them(ingest, days, published):
    table = POSTS.format("\n".join(f'"{day}",W,The town fell on day {n}.,' for n, day in enumerate(days)))
    found = ingest("posts.csv", table)
    if published is None:
        assert {failure.reason for failure in found} == {"bad_report"}
        assert "2017-09-05" in found[0].remedy
    else:
        assert [report.published for report in found] == published


def test_table_of_events_is_refused_with_what_to_do(ingest):
    failure = failed(ingest("acled.csv", "event_id_cnty,event_date,notes\nSYR1,2017-09-05,Town taken\n"))
    assert (failure.reason, "'text'" in failure.remedy) == ("unsupported", True)
    assert "'event_id_cnty', 'event_date', 'notes'" in failure.message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"Text": "The town fell.", "date": "2017-09-05"}', "only 'Text', 'date'"),
        ('{"text": "", "date": "2017-09-05"}', "is empty"),
        ("{}", "there is no 'text' (nor 'html')."),
    ],
)
def test_a_report_line_without_words_is_told_what_it_has(ingest, line, words):
    assert words in failed(ingest("a.jsonl", line)).message


def test_wrong_rows_cost_those_rows(ingest):
    found = ingest("a.csv", 'id,text\n1,A.\n2,B,C\n3,\n4,"D"x\n5,E.\n6,"unclosed\nrest\n')
    assert [one.id if isinstance(one, Report) else int(one.item.rpartition(":")[2]) for one in found] == [
        "1",
        3,
        4,
        5,
        "5",
        7,
    ]


def test_translation_is_read_and_both_are_kept(ingest):
    arabic = "دخلت قوات النظام المدينة يوم الثلاثاء بعد حصار دام ثلاث سنوات من تنظيم الدولة"
    line = {"text": arabic, "translation": "Regime forces entered the city on Tuesday.", "language": "ar"}
    report = one(ingest("a.jsonl", json.dumps(line)))
    assert (report.text, report.original_text, report.language) == (line["translation"], arabic, "ar")


def test_furniture_is_marked(ingest, story):
    report = one(ingest("a.txt", story + "\r\n  SEE ALSO: 15 photos of a fighter jet  \r\nThe end of the report."))
    assert [span.of(report.text) for span in report.furniture] == ["SEE ALSO: 15 photos of a fighter jet"]


def test_captions_are_marked(ingest):
    feed = (
        "<rss><channel><item><description><![CDATA[<p>Rebels took Marat.</p><figure><figcaption>A tank shelled in Homs,"
        "\n 2013</figcaption></figure><p>Two died.</p>]]></description></item></channel></rss>"
    )
    report = one(ingest("a.xml", feed))
    assert report.text == "Rebels took Marat.\nA tank shelled in Homs, 2013\nTwo died."
    assert [span.of(report.text) for span in report.furniture] == ["A tank shelled in Homs, 2013"]


def test_table_of_a_page_has_no_drawn_lines(ingest):
    table = "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Marat</td><td>12</td></tr></table>"
    text = one(ingest("a.html", PAGE.format(head="", byline=table))).text
    assert "Marat" in text
    assert "---" not in text
