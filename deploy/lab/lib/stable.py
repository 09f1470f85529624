"""Makes a collected report stable: what changes from run to run is replaced by fixed, invented values.

Times become a certain morning in March: that of the letter, a little later, or later still. Identifiers become
others of the same form, the same one everywhere in a report, so that what must agree still agrees.
"""

import calendar
import re
import time

MORNING = 1773738000  # Tue, 17 Mar 2026 09:00:00 UTC; a day of two digits, so that no form has to be padded
AFTER = [(5, 0), (17, 10), (864000, 40)]  # up to so many seconds after the letter: so many seconds after nine

# How times are written: what they look like, and strptime's words for it.
DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
TIMES = [
    (rf"{DAY}, [ \d]?\d {MONTH} \d{{4}} \d\d:\d\d:\d\d", "%a, %d %b %Y %H:%M:%S"),
    (rf"{DAY} {MONTH} [ \d]\d \d\d:\d\d:\d\d \d{{4}}", "%a %b %d %H:%M:%S %Y"),
    (r"\b20\d{12}(?=\.)", "%Y%m%d%H%M%S"),
    (r"\b20\d{10}(?=\.)", "%Y%m%d%H%M"),
]
SECONDS = r"(?<!\d)1\d{9}(?!\d)"  # since 1970
HEXADECIMAL = r"(?<=00000000)[0-9A-F]{8}(?=\.)|(?<=courier\.00000000)[0-9A-F]{8}"

# Identifiers by dialect: how one is found (the group), and the form of an invented one, with its number.
POSTFIX = [(r'(?:\bid |boundary="|Queue-ID: |\d{14}\.)([0-9A-F]{6,12})\b', "7A3E51B{}")]
LMTP = (r"\bid ([0-9A-Za-z+/]{22})$", "kC1aOQ8buWmvAAAAlyI6M{}")
IDENTIFIERS = {
    "exim": [
        (r"\bE?([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4})\b", "1w2QyG-00004{}-2B"),
        (r"-eximdsn-(\d+)", "17098512{}"),
    ],
    "sendmail": [(r"\b([0-9A-Za-z]{8}\d{6})\b", "62H9000A00012{}")],
    "postfix": POSTFIX,
    "dovecot": POSTFIX + [
        (r"<dovecot-(?:sieve-)?\d{10}-(\d+-\d+)@", "30724{}-0"),
        (r'boundary="(\d+)/', "41{}"),
        LMTP,
    ],
    "courier": [
        (r"\bid ([0-9A-F]{16})\.", "000000000000070{}"),
        (r"\.[0-9A-F]{16}\.([0-9A-F]{8})\b", "0000042{}"),
        (r'boundary="=_mx\.courier\.example-(\d+)-', "41{}"),
    ],
    "opensmtpd": [
        (r"\bid ([0-9a-f]{8})\b", "5c0de18{}"),
        (r'boundary="(\d{17,20})/', "1127792084281777197{}"),
        (r"<([0-9a-f]{16})@", "91a50b7acb66503{}"),
    ],
    "chasquid": [
        (r"<chasquid-dsn-([\w-]{11})@", "Xq3vT0bLm_{}"),
        (r'boundary="([\w-]{11})"', "hWz81-RkPa{}"),
    ],
    "fetchmail": POSTFIX + [LMTP, (r"-hum-(\d+-\d+)-", "13{}-1")],
    "cyrus": POSTFIX + [
        (r"cyrus-1\d{9}-(\d+-\d+-\d+)", "44-4-276141056268616328{}"),
        (r"cmu-sieve-(\d+)-", "4{}"),
    ],
    "vacation": POSTFIX,
    "mlmmj": POSTFIX + [
        (r'boundary="=_([0-9a-f]{32})_="', "7a50654a6676a1f06eafd0194be7176{}"),
        (r"<1\d{9}-(\d+-mlmmj-[0-9a-f]+)@", "192-mlmmj-6fdc74a{}"),
    ],
    "amavis": POSTFIX + [
        (r"\d{5}-\d\d/([\w-]{12})", "kT3c-mAq7zR{}"),
        (r"(\d{5}-\d\d)(?= |/)", "0015{}-01"),
        (r"=_1\d{9}-(\d+-\d+)", "15{}-0"),
    ],
    "dma": [(r"(?:\bid |<)([0-9a-f]{2,6})(?=@|$)", "42{}")],
    "nullmailer": [(r"\b1\d{9}\.(\d+\.\d+)\b", "19526{}.41"), (r"\bpid (\d+)", "4{}")],
}


def stable(mail, started, dialect):
    """The report with fixed values. `started` is when the letter it is about was sent."""
    text = mail.decode("latin-1")
    for pattern, form in TIMES:
        text = re.sub(pattern, lambda found, form=form: shifted_text(found[0], form, started), text)
    text = re.sub(SECONDS, lambda found: str(shifted(int(found[0]), started)), text)
    text = re.sub(HEXADECIMAL, lambda found: f"{shifted(int(found[0], 16), started):08X}", text)
    for pattern, form in IDENTIFIERS[dialect]:
        invented = {}
        for found in re.finditer(pattern, text, re.MULTILINE):
            invented.setdefault(found[1], form.format(len(invented)))
        if invented:
            either = "|".join(map(re.escape, sorted(invented, key=len, reverse=True)))
            whole = rf"(?<![0-9A-Za-z])(E|VS|DSN|)({either})(?![0-9A-Za-z])"  # Exim's and amavisd-new's prefixes
            text = re.sub(whole, lambda found: found[1] + invented[found[2]], text)
    return text.encode("latin-1")


def shifted(seconds, started):
    """A time of the lab's moved to the morning; any other stays."""
    if not -3600 < seconds - started < AFTER[-1][0]:
        return seconds
    return MORNING + next(later for most, later in AFTER if seconds - started < most)


def shifted_text(text, form, started):
    try:
        seconds = calendar.timegm(time.strptime(text, form))
    except ValueError:
        return text  # looks like a time and is none
    if form.endswith("%M"):
        seconds += 59  # its seconds are not told
    moved = shifted(seconds, started)
    return text if moved == seconds else time.strftime(form, time.gmtime(moved))
