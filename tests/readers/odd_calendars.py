"""Fifty calendars as other programs, careless hands and bad wills make them: name > bytes."""

from __future__ import annotations

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//odd//EN\r\n"
FOOT = "END:VCALENDAR\r\n"
STAMP = "DTSTAMP:20260101T000000Z"


def calendar(*events: str, head: str = HEAD, foot: str = FOOT) -> bytes:
    return (head + "".join(events) + foot).encode("utf-8")


def event(*lines: str, uid: str = "a@b", title: str = "Meeting") -> str:
    fixed = [f"UID:{uid}", STAMP, f"SUMMARY:{title}"]
    return "\r\n".join(["BEGIN:VEVENT", *fixed, *lines, "END:VEVENT", ""])


START, END = "DTSTART:20260309T063000Z", "DTEND:20260309T100000Z"
GOOD = event(START, END)
ENDLESS = "RRULE:FREQ=SECONDLY"

ODD: dict[str, bytes] = {
    # what a good calendar may still look like
    "plain": calendar(GOOD),
    "lines ended by LF alone": calendar(GOOD).replace(b"\r\n", b"\n"),
    "lines ended by CR alone": calendar(GOOD).replace(b"\r\n", b"\r"),
    "byte order mark": b"\xef\xbb\xbf" + calendar(GOOD),
    "UTF-16": calendar(GOOD).decode().encode("utf-16"),
    "code page 1252": calendar(event(START, END, title="Réunion à Huye")).decode().encode("cp1252"),
    "lower case names": calendar(GOOD).lower().replace(b"t063000z", b"T063000Z").replace(b"t100000z", b"T100000Z"),
    "folded in the middle of a letter": calendar(event(START, END, title="Thé" + "o" * 80)),
    "blank lines between": calendar(GOOD).replace(b"SUMMARY", b"\r\nSUMMARY"),
    "no PRODID": calendar(GOOD, head="BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
    "no VERSION": calendar(GOOD, head="BEGIN:VCALENDAR\r\n"),
    "two calendars in one file": calendar(GOOD) + calendar(event(START, END, uid="c@d")),
    "a whole day": calendar(event("DTSTART;VALUE=DATE:20260309")),
    "five whole days": calendar(event("DTSTART;VALUE=DATE:20260309", "DTEND;VALUE=DATE:20260314")),
    "a duration": calendar(event(START, "DURATION:PT3H")),
    "neither end nor duration": calendar(event(START)),
    "no zone": calendar(event("DTSTART:20260309T083000", "DTEND:20260309T120000")),
    "a zone of Windows": calendar(event("DTSTART;TZID=South Africa Standard Time:20260309T083000")),
    "a zone nobody knows": calendar(event("DTSTART;TZID=Kigali/Somewhere:20260309T083000")),
    "a zone with summer time": calendar(event("DTSTART;TZID=Europe/Brussels:20260709T083000")),
    "an alarm inside": calendar(
        event(START, END, "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM")
    ),
    "every week": calendar(event(START, END, "RRULE:FREQ=WEEKLY;COUNT=10")),
    "every week for ever": calendar(event(START, END, "RRULE:FREQ=WEEKLY")),
    "an exception": calendar(event(START, END, "RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20260310T063000Z")),
    "extra days": calendar(event(START, END, "RDATE:20260401T063000Z,20260402T063000Z")),
    "one occurrence moved": calendar(
        event(START, END, "RRULE:FREQ=DAILY;COUNT=3"),
        event("RECURRENCE-ID:20260310T063000Z", "DTSTART:20260311T120000Z", "DTEND:20260311T130000Z"),
    ),
    "called off": calendar(event(START, END, "STATUS:CANCELLED")),
    "tasks and notes only": calendar("BEGIN:VTODO\r\nUID:t\r\nSUMMARY:buy paper\r\nEND:VTODO\r\n"),
    "an attachment of a megabyte": calendar(
        event(START, END, "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 300_000)
    ),
    "a title of a hundred thousand letters": calendar(event(START, END, title="x" * 100_000)),
    "unknown properties": calendar(event(START, END, "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC", "FOO;BAR=1:baz")),
    "a formula for a title": calendar(event(START, END, title='=HYPERLINK("http://x")')),
    "markup in the title": calendar(event(START, END, title="O'Neil <b>bold</b>")),
    # what cannot be right
    "no UID": calendar(GOOD.replace("UID:a@b\r\n", "")),
    "the same UID twice": calendar(GOOD, GOOD),
    "no title": calendar(event(START, END, title="")),
    "no start": calendar(event(END)),
    "ends before it begins": calendar(event(START, "DTEND:20260308T100000Z")),
    "lasts a year": calendar(event(START, "DTEND:20270309T100000Z")),
    "a month thirteen": calendar(event("DTSTART:20261309T063000Z"), event(START, END, uid="good")),
    "a day that is none": calendar(event("DTSTART:20260230T063000Z"), event(START, END, uid="good")),
    "a rule that is none": calendar(event(START, END, "RRULE:FREQ=SOMETIMES"), event(START, END, uid="good")),
    "until before it begins": calendar(event(START, END, "RRULE:FREQ=DAILY;UNTIL=20250101T000000Z")),
    "the year one": calendar(event("DTSTART:00010101T000000Z", "DTEND:00010101T010000Z")),
    "the year nine thousand": calendar(event("DTSTART:99991231T230000Z", "DTEND:99991231T235900Z")),
    "every second for ever": calendar(event(START, END, ENDLESS)),
    "an event that does not end": calendar(GOOD).replace(b"END:VEVENT\r\n", b""),
    "cut off in the middle": calendar(GOOD)[:110],
    "nothing inside": calendar(),
    "empty": b"",
    "a web page": b"<!DOCTYPE html><html><body>Sign in</body></html>",
    "zeros": b"\0" * 5_000,
    "random bytes": bytes(range(256)) * 40,
}
