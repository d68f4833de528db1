"""Exports of chats: a report a day, with who sent what and when; days that cannot be told stay unknown."""

import json

import pytest

from situate.model.failure import Failure
from situate.model.report import Report
from situate.text.senders import messages

WORDS = (
    "The market was shelled at dawn.",
    "The road to the mill is closed by the army.",
    "A convoy came in with flour.",
)


def reports(items):
    assert all(isinstance(item, Report) for item in items), items
    return items


def lines(form, days, names=("Karim", "Hala", "Karim")):
    return "\n".join(
        form.format(day=day, name=name, words=words) for day, name, words in zip(days, names, WORDS, strict=True)
    )


@pytest.mark.parametrize(
    ("form", "days"),
    [
        ("[{day}, 08:12:33] {name}: {words}", ("10/12/2025", "11/12/2025", "13/12/2025")),
        ("\u200e[{day}, 8:12\u202fAM] ~\u202f{name}: {words}", ("12/10/25", "12/11/25", "12/13/25")),
        ("{day}, 08:12 - {name}: {words}", ("10.12.25", "11.12.25", "13.12.25")),
        ("{day} 08:12 - {name}: {words}", ("2025-12-10", "2025-12-11", "2025-12-13")),
        ("{name}, [{day} 08:12]\n{words}\n", ("10.12.2025", "11.12.2025", "13.12.2025")),
    ],
)
def test_each_day_is_a_report(ingest, form, days):
    found = reports(ingest("chat.txt", lines(form, days)))
    assert [report.published for report in found] == ["2025-12-10", "2025-12-11", "2025-12-13"]
    assert [report.text for report in found] == [
        f"[08:12] {name}:\n{words}" for name, words in zip(("Karim", "Hala", "Karim"), WORDS, strict=True)
    ]
    assert found[0].published_basis == "metadata:stamp"
    assert {report.outlet for report in found} == {"chat"}  # its file's name: they are of one source


@pytest.mark.parametrize(("day", "published"), [("05.04.2025", "2025-04-05"), ("05/04/2025", None)])
def test_between_dots_the_day_stands_first(ingest, day, published):
    (report,) = reports(ingest("chat.txt", lines("{day}, 08:12 - {name}: {words}", (day,) * 3)))
    assert report.published == published


def test_one_day_is_one_report_with_its_senders(ingest):
    text = lines("{day}, 17:05 - {name}: {words}", ("13/12/2025",) * 3, ("Karim (mill)", "+963 900 000 000", "Hala"))
    (report,) = reports(ingest("chat.txt", text + "\nTwelve trucks.\n13/12/2025, 18:00 - Hala left"))
    sent = messages(report.text)
    assert [one.sender and one.sender.of(report.text) for one in sent] == [
        "Karim (mill)",
        "+963 900 000 000",
        "Hala",
        None,
    ]
    assert sent[2].words.of(report.text).strip() == "A convoy came in with flour.\nTwelve trucks."


def test_the_order_of_messages_tells_the_day_from_the_month(ingest):
    rising = lines("[{day}, 08:12] {name}: {words}", ("09/10/2025", "10/10/2025", "11/10/2025"))
    falling_otherwise = lines("[{day}, 08:12] {name}: {words}", ("09/11/2025", "10/01/2025", "10/02/2025"))
    assert [r.published for r in ingest("a.txt", rising)] == [
        None
    ] * 3  # the 9th, 10th, 11th of October, or a month each
    assert [r.published for r in ingest("b.txt", falling_otherwise)] == ["2025-09-11", "2025-10-01", "2025-10-02"]


def test_days_that_cannot_be_told_are_unknown_and_say_so(ingest):
    found = reports(ingest("chat.txt", lines("[{day}, 08:12] {name}: {words}", ("10/12/2025",) * 3)))
    assert [report.published for report in found] == [None]
    assert "cannot be told apart" in found[0].warnings[0]
    same = reports(ingest("chat.txt", lines("[{day}, 08:12] {name}: {words}", ("05/05/2025",) * 3)))
    assert [report.published for report in same] == ["2025-05-05"]


@pytest.mark.parametrize(
    "text",
    [
        "[10/12/2025] The army took the bridge at Marat, a resident of the town told the agency by phone.",
        "12 November, 08:12 - the bridge: troops took it, a resident of the town told the agency by phone.",
        "The town fell.\n[10/12/2025, 08:12] Karim: it did not.",
    ],
)
def test_other_texts_are_no_chat(ingest, text):
    (report,) = reports(ingest("a.txt", text))
    assert report.text == text


def exported(kind, texts, **more):
    sent = [
        {
            "id": n,
            "type": "message",
            "date": f"2025-12-1{n}T08:12:00",
            "date_unixtime": "1",
            "from": "Marat: news",
            "text": text,
        }
        for n, text in enumerate(texts)
    ]
    joined = {
        "id": 9,
        "type": "service",
        "date": "2025-12-09T00:00:00",
        "date_unixtime": "1",
        "action": "create_channel",
    }
    return json.dumps({"name": "Marat now", "type": kind, "id": 1, "messages": [joined, *sent], **more}, indent=1)


def test_each_message_of_a_channel_is_a_report(ingest):
    pieces = [{"type": "bold", "text": "The market"}, " was shelled at dawn, three people were killed."]
    *found, wordless = ingest("result.json", exported("public_channel", [pieces, "", WORDS[1]]))
    assert wordless.reason == "unsupported"
    assert "a message has no words" in wordless.message
    assert wordless.item.endswith("result.json:3")
    assert [report.text for report in found] == ["The market was shelled at dawn, three people were killed.", WORDS[1]]
    assert [report.published for report in found] == ["2025-12-10T08:12:00", "2025-12-12T08:12:00"]
    assert [report.source_path.rpartition(":")[2] for report in found] == ["2", "4"]
    assert {report.outlet for report in found} == {"Marat now"}


def test_each_day_of_a_group_is_a_report(ingest):
    (first, _) = reports(ingest("result.json", exported("private_group", list(WORDS[:2]))))
    assert first.text == f"[08:12] Marat news:\n{WORDS[0]}"
    assert (first.published, first.outlet) == ("2025-12-10", "Marat now")


@pytest.mark.parametrize(
    "text", [exported("public_channel", ["x"])[:-9], '{"messages": [{"id": 1, "date_unixtime": "1"}]']
)
def test_a_damaged_export_is_a_failure(ingest, text):
    (failure,) = ingest("result.json", text)
    assert isinstance(failure, Failure)
    assert failure.reason == "unreadable"


def test_names_and_dates_that_are_none_are_passed_over(ingest):
    odd = {"id": 1, "type": "message", "date": 5, "date_unixtime": "1", "from": ["x"], "text": WORDS[0]}
    text = json.dumps({"name": None, "type": "private_group", "messages": [odd, 7, {"type": "message"}]})
    report, wordless = ingest("result.json", text)
    assert (report.text, report.published) == (f"[--:--]\n{WORDS[0]}", None)
    assert wordless.reason == "unsupported"


def test_messages_without_words_are_one_row_a_chat(ingest):
    report, row = ingest("result.json", exported("private_group", [WORDS[0], *[""] * 9]))
    assert report.text.endswith(WORDS[0])
    assert (
        row.message
        == "9 messages have no words, but pictures, sound or nothing: number 3, 4, 5, 6, 7, 8, 9, 10, 11 of the export."
    )


def test_a_message_of_very_many_lines_costs_by_its_length(ingest):
    many = "\n".join(["The market was shelled."] * 50_000)
    (report,) = reports(ingest("chat.txt", f"13/12/2025, 08:12 - Karim: {many}"))
    assert report.text.count("\n") == 50_000
