"""Mail that flows into the checker: how much was taken, how much delivered, and how long other mail takes."""

import collections
import json
import os
import re
import threading
import time

import loadmails


class Flow:
    """Mails that are being handed to the checker (`deliver`), by a process of its own in a node's network.

    refused: what was said of those that it did not take. times: how long each waited for its answer, in seconds.
    """

    def __init__(self, lab, node, helo, connections, rate, mails):
        self.refused, self.answers = [], []
        self.begun, self.elapsed = time.monotonic(), 0.0
        self.process = lab.start_python(node, "deliver", helo, str(connections), str(rate))
        self.threads = [threading.Thread(target=work, daemon=True) for work in (lambda: self.write(mails), self.read)]
        for thread in self.threads:
            thread.start()

    @property
    def taken(self):
        return len(self.answers) - len(self.refused)

    def write(self, mails):
        try:
            for mail in mails:
                self.process.stdin.write(json.dumps(mail).encode() + b"\n")
                self.process.stdin.flush()
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # it was ended, or has failed: then answers are missing

    def read(self):
        for line in self.process.stdout:
            answer = json.loads(line)
            if "refused" in answer:
                self.refused.append(answer["refused"])
            self.answers.append(answer)
            self.elapsed = time.monotonic() - self.begun
        self.process.wait()

    def is_over(self):
        return not self.threads[1].is_alive()


class MailLog:
    """What the operator's Postfix has logged since: deliveries by service, and mails that were returned or put off."""

    PATH = "/var/log/postfix.log"

    def __init__(self, lab):
        self.path = lab.path("checker", self.PATH)
        self.position, self.rest = os.path.getsize(self.path), b""
        self.sent, self.bounced, self.deferred = collections.Counter(), 0, 0

    def read(self):
        with open(self.path, "rb") as file:
            file.seek(self.position)
            new = file.read()
        self.position += len(new)
        lines = (self.rest + new).split(b"\n")
        self.rest = lines.pop()
        for line in lines:
            found = re.search(rb" relay=(\S+), .*? status=(sent|bounced|deferred)", line)
            if not found:
                continue
            self.sent[found[1].decode()] += found[2] == b"sent"
            self.bounced += found[2] == b"bounced"
            self.deferred += found[2] == b"deferred"


class OtherMail:
    """Mail to the operator's own mailbox, some per second, and how long each takes from when it was due to the mailbox."""

    RATE = 4
    BOX = "/home/alice/Maildir/new"

    def __init__(self, lab, node):
        self.lab, self.node, self.over = lab, node, threading.Event()
        self.parts = []  # name, begin, end (seconds since 1970)

    def start(self):
        self.flow = Flow(self.lab, self.node, "mx.exim.test", 16, self.RATE, self.mails())

    def mails(self):
        """At the pace at which they are due, or a little before, until `stop`."""
        number, begun = 0, time.monotonic()
        while not self.over.wait(max(0, begun + number / self.RATE - 0.2 - time.monotonic())):
            yield {"sender": "user@exim.test", "recipient": loadmails.OTHER, "mail": loadmails.other(number)}
            number += 1

    def begin(self, name):
        self.parts.append([name, time.time(), None])

    def end(self):
        self.parts[-1][2] = time.time()

    def arrivals(self):
        """When each lay in the mailbox, by its number."""
        folder, found = self.lab.path("checker", self.BOX), {}
        for name in os.listdir(folder):
            path = f"{folder}/{name}"
            with open(path, "rb") as file:
                number = re.search(rb"^Message-ID: <other-(\d+)@exim\.test>", file.read(), re.M)
            if number:
                found[int(number[1])] = os.stat(path).st_mtime
        return found

    def stop(self):
        """Sends no more, and waits for what is on its way, half a minute at most."""
        self.over.set()
        end = time.monotonic() + 30
        while time.monotonic() < end and not (self.flow.is_over() and len(self.arrivals()) >= self.flow.taken):
            time.sleep(0.5)
        self.found = self.arrivals()
        self.missing = self.flow.taken - len(self.found)

    def table(self):
        """The delays of each part, in lines."""
        for name, begin, end in self.parts:
            due = [answer for answer in self.flow.answers if begin <= answer["due"] < end]
            delays = sorted(self.found[one["number"]] - one["due"] for one in due if one["number"] in self.found)
            if delays:
                half, most = delays[len(delays) // 2], delays[len(delays) * 95 // 100]
                yield (f"other mail, {name}: {len(delays)} mails, median {half:.2f} s, 95 % within {most:.2f} s, "
                       f"largest {delays[-1]:.2f} s")
