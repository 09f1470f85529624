"""Access to the running lab: its nodes' files, programs, mailboxes and logs."""

import contextlib
import email.header
import json
import mailbox
import os
import re
import subprocess
import sys
import time

FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATE = os.environ.get("SIXRETURN_LAB", "/var/cache/sixreturn-lab")

CHECKER = "2001:db8:25::25"

# What a mail of ours is, told by the first part of its envelope sender.
KINDS = {
    "c": "control mails", "p2": "probe 2 mails", "p3": "probe 3 mails", "p4": "probe 4 mails",
    "rc": "repeated control mails", "r2": "repeated probe 2 mails", "r3": "repeated probe 3 mails",
    "r4": "repeated probe 4 mails",
    "v1": "verdict mails", "v2": "amended verdict mails", "i1": "invitations", "i2": "offers to block",
}


class Lab:
    def __init__(self):
        with open(f"{STATE}/run/lab.pid", encoding="ascii") as file:
            self.process = file.read().split()[0]

    def path(self, node, path):
        """A node's file, as seen from outside."""
        return f"/proc/{self.process}/root{STATE}/live/{node}/root{path}"

    def read(self, node, path, start=0):
        try:
            with open(self.path(node, path), "rb") as file:
                file.seek(start)
                return file.read().decode("utf-8", "replace")
        except FileNotFoundError:
            return ""

    @contextlib.contextmanager
    def configured(self, settings):
        """The checker with other values in sixreturn.toml, until all is put back."""
        path = self.path("checker", "/etc/sixreturn/sixreturn.toml")
        with open(path, encoding="utf-8") as file:
            before = file.read()
        text = before
        for key, value in settings.items():
            section, name = key.split(".")
            line = rf"(\n\[{section}\]\n(?:(?!\[)[^\n]*\n)*?{name} = )[^\n]*"
            text, count = re.subn(line, lambda match, new=json.dumps(value): match.group(1) + new, text)
            if count != 1:
                raise RuntimeError(f"sixreturn.toml has no {key}")
        try:
            self.replace(path, text)
            yield
        finally:
            self.replace(path, before)

    @staticmethod
    def replace(path, text):
        """Writes a file anew: whoever reads it gets all of the old or all of the new."""
        status = os.stat(path)
        with open(f"{path}.new", "w", encoding="utf-8") as file:
            file.write(text)
            os.fchown(file.fileno(), status.st_uid, status.st_gid)
            os.fchmod(file.fileno(), status.st_mode & 0o7777)
        os.replace(f"{path}.new", path)

    def enter(self, node, *command, given=b""):
        """Runs a command inside a node."""
        return subprocess.run(
            [f"{FOLDER}/enter", node, *command], input=given, capture_output=True, check=False)

    def speak(self, node, sender, recipients, mail, host=None, before=""):
        """Hands a mail to a host (the checker) by SMTP from a node's network, without the node's mail server."""
        return self.python(node, "speak", host or CHECKER, before, sender, *recipients, given=mail)

    def burst(self, node, count, domain):
        """Lets many testers behind a node write at once; returns how many mails the checker took."""
        result = self.python(node, "burst", str(count), domain)
        if result.returncode != 0:
            raise RuntimeError(result.stderr.decode("utf-8", "replace"))
        return int(result.stdout)

    def python(self, node, script, *words, given=b""):
        """Runs a script of `lib` in a node's network."""
        return subprocess.run(self.in_network(node, script, *words), input=given, capture_output=True, check=False)

    def start_python(self, node, script, *words):
        """Starts a script of `lib` in a node's network, with pipes to its standard input and from its output."""
        return subprocess.Popen(
            self.in_network(node, script, *words), stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def in_network(self, node, script, *words):
        with open(f"{STATE}/run/{node}.pid", encoding="ascii") as file:
            inner = file.read().strip()
        return ["nsenter", "-t", self.process, "-m", "-p", "-r", "nsenter", "-t", inner, "-n",
                "/usr/bin/python3", f"{FOLDER}/lib/{script}", *words]

    def checks(self, most=1000):
        """The newest checks, as `sixreturn status` tells them."""
        result = self.enter("checker", "sixreturn", "status", "--format", "json", "--most", str(most))
        try:
            return json.loads(result.stdout)
        except json.JSONDecodeError:
            return []

    def query(self, statement):
        """The rows of a question to the checker's database."""
        database = f"{STATE}/live/checker/root/var/lib/sixreturn/sixreturn.sqlite"
        result = subprocess.run(
            ["nsenter", "-t", self.process, "-m", f"{FOLDER}/lib/query", database, statement],
            capture_output=True, check=True)
        return json.loads(result.stdout)

    def evidence(self, check):
        """The facts of a check, as they are stored."""
        rows = self.query(f"SELECT at, fact FROM evidence WHERE checkID = '{check}' ORDER BY id")
        return [{"at": at, "fact": json.loads(fact)} for at, fact in rows]

    def reconcile_runs(self):
        return int(self.read("checker", "/run/lab-reconcile-runs") or 0)

    def queued(self, address):
        """How many mails from or to an address wait in the checker's two queues."""
        count = 0
        for folder in ("/etc/postfix", "/etc/postfix-v6only"):
            lines = self.enter("checker", "postqueue", "-c", folder, "-j").stdout.decode("utf-8", "replace")
            count += lines.count(f'"{address}"')
        return count

    def mails(self, node, address):
        """The mails in a tester's mailbox: (key, message), oldest first."""
        local, _, domain = address.partition("@")
        description = self.read_description(node)
        if "mailbox" not in description:
            return []
        path = self.path(node, description["mailbox"].replace("%d", domain).replace("%l", local))
        if os.path.isdir(f"{path}/cur"):
            box = mailbox.Maildir(path, create=False)
        elif os.path.isfile(path):
            box = mailbox.mbox(path, create=False)
        else:
            return []
        found = []
        for key in sorted(box.keys()):
            try:
                found.append((f"{path}:{key}", box[key]))
            except (KeyError, FileNotFoundError):
                pass  # moved from new/ to cur/ while we looked: found at the next look
        return found

    @staticmethod
    def read_description(node):
        with open(f"{FOLDER}/nodes/{node}/node", encoding="utf-8") as file:
            return dict(line.strip().split("=", 1) for line in file if "=" in line and line[0] != "#")


@contextlib.contextmanager
def kept_up():
    """The running lab; one that was not up is brought up, and down again, whatever happens. A Ctrl-C ends the program
    with 130, a lab that does not come up with the status of `up`."""
    was_up = subprocess.run([f"{FOLDER}/lib/is-up"], check=False).returncode == 0
    try:
        if not was_up:
            status = subprocess.run([f"{FOLDER}/up"], check=False).returncode
            if status != 0:
                sys.exit(status)
        yield Lab()
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)
        sys.exit(130)
    finally:
        if not was_up and subprocess.run([f"{FOLDER}/lib/is-up"], check=False).returncode == 0:
            subprocess.run([f"{FOLDER}/down"], check=False)


def envelope_sender(message):
    """The envelope sender of a mail in a mailbox."""
    sender = (message.get("Return-Path") or "").strip("<> ")
    if not sender and hasattr(message, "get_from"):
        sender = message.get_from().split()[0]
    return sender


def kind(message):
    """What a mail in a mailbox is, told by its envelope sender, also where a server that passed it on rewrote that."""
    match = re.match(r"(?:SRS0=[^=]*=[^=]*=[^=]*=)?(c|p[234]|r[c234]|v[12]|i[12])-[a-z2-7]{32}@", envelope_sender(message))
    return KINDS[match.group(1)] if match else "other mails"


def subject(message):
    """A mail's subject as people read it (RFC 2047)."""
    return " ".join(str(email.header.make_header(email.header.decode_header(message["Subject"] or ""))).split())


def text(message):
    """The readable text of a mail."""
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            return (part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    return ""


def now():
    return time.monotonic()
