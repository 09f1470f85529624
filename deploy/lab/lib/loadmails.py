"""Mails for a load: reports, as a mail server writes them (RFC 3464), requests, and mail that is none of ours."""

import time
from email.utils import formatdate

CAT = "cat@checker.example"
OTHER = "alice@checker.example"


def report(number, probe, tester, host, helo):
    """A report about one of our mails, by a server that refuses it later; no two have the same octets."""
    queue, date = f"4cX{number:06x}", formatdate()
    said = f"550 5.1.1 <{tester}>: Recipient address rejected: User unknown in local recipient table (queue {queue})"
    return f"""Date: {date}
From: MAILER-DAEMON@{host} (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {probe}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="{queue}.{int(time.time())}/{host}"
Message-ID: <{queue}.{time.time():.6f}@{helo}>

This is a MIME-encapsulated message.

--{queue}.{int(time.time())}/{host}
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host {host}.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<{tester}>: host {host} said: {said}
    (in reply to RCPT TO command)

--{queue}.{int(time.time())}/{host}
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; {host}
X-Postfix-Queue-ID: {queue}
X-Postfix-Sender: rfc822; {probe}
Arrival-Date: {date}

Final-Recipient: rfc822; {tester}
Original-Recipient: rfc822;{tester}
Action: failed
Status: 5.1.1
Remote-MTA: dns; {host}
Diagnostic-Code: smtp; {said}

--{queue}.{int(time.time())}/{host}
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <{probe}>
Received: from mx.checker.example by {host} (Postfix) with ESMTP id {queue}; {date}
From: sixreturn <test@author.checker.example>
To: <{tester}>
Subject: Return path check over IPv6
Date: {date}
Message-ID: <{probe}>
X-Mailer: {"a field like those that mail gets on its way " * 8}

--{queue}.{int(time.time())}/{host}--
"""


def request(tester, recipient):
    return f"""From: <{tester}>
To: {recipient}
Subject: One of many
Date: {formatdate()}
Message-ID: <{time.time():.6f}.{tester}>

Does my mail come back?
"""


def other(number):
    """Mail to the operator's own mailbox."""
    return f"""From: <user@exim.test>
To: {OTHER}
Subject: Not for sixreturn
Date: {formatdate()}
Message-ID: <other-{number}@exim.test>

Lunch at noon?
""" + "A line as people write it, and nothing that anybody looks at.\n" * 30
