"""One scenario: what it sends, what is found afterwards, and whether that is what must be."""

import fnmatch
import json
import os
import re
import time
from email.utils import formatdate, parseaddr

import lab as labs


# Deadlines are those of a quiet machine; a busy one is none the worse, and who passes does not wait for them.
PATIENCE = 4
PROBES = [name for name in labs.KINDS.values() if name.startswith(("control", "probe"))]


class Scenario:
    def __init__(self, folder, lab, run):
        self.name = os.path.basename(folder)
        self.folder = folder
        self.lab = lab
        with open(f"{folder}/expected.json", encoding="utf-8") as file:
            description = json.load(file)
        self.steps = list(description["send"])
        self.report_addresses = [
            address for step in self.steps if step["sender"] == "<>" for address in step["recipients"]]
        self.node = self.steps[0]["node"]
        self.tester = description.get("tester", self.steps[0]["sender"])  # who has the mailbox
        # Where checks go, a pattern, for servers that rewrite it; and where the check that was found goes.
        self.reverse_path = self.path = description.get("reverse_path", self.tester)
        self.mandatory = description["mandatory"]
        self.forbidden = description.get("forbidden", [])
        self.deadline = description.get("deadline", 60) * PATIENCE
        self.verdict_after = description.get("verdict_after", {"event": "sent", "seconds": None})
        self.first_seen = {}  # kind of mail → when the first was seen in the mailbox, or "sent"
        self.identifier = f"{self.name}.{run}"
        self.findings = set()
        self.refusals = set()
        self.answers = set()
        self.missing = list(self.mandatory)
        self.failures = None  # None while it runs, then what was wrong
        self.done_at_run = None
        self.check = ""
        self.shown = set()
        self.remember()

    def remember(self):
        """What is there already belongs to earlier runs."""
        self.old_checks = {check["check"] for check in self.lab.checks()}
        self.old_mails = {key for key, _ in self.lab.mails(self.node, self.tester)}
        self.log_starts = {
            path: len(self.lab.read("checker", path).encode())
            for path in ("/var/log/postfix.log", "/var/log/postfix-v6only.log")
        }
        self.started = labs.now()

    # Sending

    def send_what_is_due(self):
        while self.steps and self.holds_all(self.steps[0].get("after", [])):
            step = self.addressed(self.steps.pop(0))
            for _ in range(step.get("times", 1)):
                self.send(step)

    def addressed(self, step):
        """The step with `{{sender of KIND}}` replaced by the envelope sender of such a mail in the mailbox, and
        `{{answer to KIND}}` by where a person's answer to it goes."""
        text = json.dumps(step)
        for key, message in self.lab.mails(self.node, self.tester):
            if key not in self.old_mails:
                kind = labs.kind(message).removesuffix("s")
                answer = parseaddr(message["Reply-To"] or message["From"])[1]
                text = text.replace("{{sender of " + kind + "}}", labs.envelope_sender(message))
                text = text.replace("{{answer to " + kind + "}}", answer)
        return json.loads(text)

    def send(self, step):
        with open(f"{self.folder}/{step.get('mail', 'request.eml')}", encoding="utf-8") as file:
            mail = file.read()
        for word, value in {
            "id": self.identifier, "date": formatdate(), "check": self.check,
            "tester": self.tester, "sender": step["sender"], "recipient": step["recipients"][0],
        }.items():
            mail = mail.replace("{{" + word + "}}", value)
        mail = mail.encode()
        if step.get("by") == "smtp":
            result = self.lab.speak(
                step["node"], step["sender"], step["recipients"], mail.replace(b"\n", b"\r\n"),
                step.get("host"), step.get("before", ""))
        else:
            result = self.lab.enter(
                step["node"], "/usr/sbin/sendmail", "-i", "-f", step["sender"], "--", *step["recipients"],
                given=mail)
        self.first_seen.setdefault("sent", labs.now())
        self.answers |= {f"answer: {line}" for line in result.stdout.decode("utf-8", "replace").splitlines()}
        if result.returncode != 0 and step.get("refused"):
            self.refusals.add("refused: " + result.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
        elif result.returncode != 0:
            self.failures = ["could not send: " + result.stderr.decode("utf-8", "replace").strip()[-300:]]

    # Finding

    def look(self, checks):
        """Collects all findings, from what sixreturn says, the logs and the tester's mailbox."""
        found = set()
        mine = [
            check for check in checks
            if matches(check["reversePath"], self.reverse_path) and check["check"] not in self.old_checks
        ]
        found.add(f"checks: {len(mine)}")
        for check in mine:
            self.check = check["check"]
            self.path = check["reversePath"]
            found |= set(findings_of_check(check))
        found |= self.findings_of_logs() | self.findings_of_mailbox()
        self.findings = found | self.refusals | self.answers
        self.missing = [finding for finding in self.mandatory if not self.holds(finding)]

    def findings_of_logs(self):
        received = self.new_log("/var/log/postfix.log")
        left = self.new_log("/var/log/postfix-v6only.log")
        to_tester = set(re.findall(rf"(\S+): to=<{re.escape(self.path)}>", left))
        from_tester = set(re.findall(rf"(\S+): from=<{re.escape(self.path)}>", received))
        taken = [
            number for number in from_tester
            for _ in re.findall(rf" {number}: to=.* status=sent \(delivered via sixreturn", received)
        ]
        put_off = len(re.findall(rf"reject: RCPT from .*: 4\d\d .* from=<{re.escape(self.path)}>", received))
        reports = sum(
            len(re.findall(rf" to=<{re.escape(address)}>.* status=sent \(delivered via sixreturn", received))
            for address in self.report_addresses)
        return {f"requests put off: {put_off}", f"reports taken: {reports}", f"mails that left for tester: {len(to_tester)}", f"requests taken: {len(taken)}"}

    def findings_of_mailbox(self):
        mails = [
            message for key, message in self.lab.mails(self.node, self.tester) if key not in self.old_mails
        ]
        counts = {name: 0 for name in labs.KINDS.values()} | {"other mails": 0}
        found = {f"mails to tester: {len(mails)}"}
        for message in mails:
            name = labs.kind(message)
            counts[name] += 1
            self.first_seen.setdefault(name, labs.now())
            singular = name.removesuffix("s")
            found.add(f"{singular} subject: {labs.subject(message)}")
            found |= {f"{singular} authentication: {result}" for result in self.authentication(message)}
            found |= {f"{singular} line: {line.strip()}" for line in labs.text(message).splitlines() if line.strip()}
        return found | {f"{name}: {count}" for name, count in counts.items()}

    def authentication(self, message):
        """What the tester's server says of a mail's SPF, DKIM and DMARC (RFC 8601)."""
        own = self.lab.read_description(self.node)["host"]
        for field in message.get_all("Authentication-Results", []):
            server, _, results = field.partition(";")
            if server.split()[:1] == [own]:
                yield from re.findall(r"\b(?:spf|dkim|dmarc)=[a-z]+", results)

    def new_log(self, path):
        return self.lab.read("checker", path, self.log_starts[path])

    def verdict_mails(self):
        """Verdict mails that have not been asked for before."""
        for key, message in self.lab.mails(self.node, self.tester):
            if key in self.old_mails or key in self.shown or "verdict" not in labs.kind(message):
                continue
            self.shown.add(key)
            yield message

    def verdict_time(self):
        """Seconds from the event that the verdict waited for until the verdict was seen, or None. A look
        at the lab takes a fraction of a second, which is in it."""
        verdict, event = self.first_seen.get("verdict mails"), self.first_seen.get("sent")
        if self.verdict_after["event"] == "last delivery":
            event = max((self.first_seen[kind] for kind in PROBES if kind in self.first_seen), default=None)
        return verdict - event if verdict and event else None

    # Judging

    def holds(self, pattern):
        return any(matches(finding, pattern) for finding in self.findings)

    def holds_all(self, patterns):
        return all(self.holds(pattern) for pattern in patterns)

    def judge(self):
        """Ends the scenario where all that must be found is found and stays so for two more runs of
        reconcile with nothing left in the queues, or where its time is up."""
        if self.failures is not None:
            return
        if labs.now() - self.started > self.deadline:
            self.failures = [f"missing after {self.deadline} s: {finding}" for finding in self.missing]
            self.failures += self.found_forbidden()
            if not self.failures:
                self.failures = ["never came to rest: mail is left in a queue"]
        elif self.missing or self.steps:
            self.done_at_run = None
        elif self.done_at_run is None:
            self.done_at_run = self.lab.reconcile_runs()
        elif self.lab.reconcile_runs() >= self.done_at_run + 2 and self.lab.queued(self.path) == 0:
            self.failures = self.found_forbidden()

    def found_forbidden(self):
        return [
            f"forbidden, but found: {finding}" for pattern in self.forbidden
            for finding in sorted(self.findings) if matches(finding, pattern)
        ]

    def record(self, folder, checks):
        """Writes down what was judged of each check and its evidence, a line each, for the tests to replay."""
        mine = [
            check for check in checks
            if matches(check["reversePath"], self.reverse_path) and check["check"] not in self.old_checks
        ]
        for number, check in enumerate(mine, 1):
            record = {
                "judgedAt": int(time.time()),
                "verdict": check["verdict"], "settled": check["settled"],
                "abilities": {
                    name: {key: ability[key] for key in ("outcome", "cause") if ability.get(key)}
                    for name, ability in check["abilities"].items()},
            }
            facts = [json.dumps(fact, sort_keys=True, ensure_ascii=False) for fact in self.lab.evidence(check["check"])]
            name = self.name if len(mine) == 1 else f"{self.name}.{number}"
            with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as file:
                json.dump(record, file)
                file.write("\n" + "".join(f"{fact}\n" for fact in facts))

    def keep_evidence(self, folder, checks):
        """Writes down everything that shows what happened."""
        os.makedirs(f"{folder}/mails", exist_ok=True)
        with open(f"{folder}/findings", "w", encoding="utf-8") as file:
            file.write("\n".join(sorted(self.findings)) + "\n")
        with open(f"{folder}/status.json", "w", encoding="utf-8") as file:
            json.dump([check for check in checks if matches(check["reversePath"], self.reverse_path)], file, indent=2)
        for number, (_, message) in enumerate(self.lab.mails(self.node, self.tester), 1):
            with open(f"{folder}/mails/{number:02}-{labs.kind(message).replace(' ', '-')}.eml", "wb") as file:
                file.write(message.as_bytes())
        for path in self.log_starts:
            with open(f"{folder}/{os.path.basename(path)}", "w", encoding="utf-8") as file:
                file.write(self.new_log(path))


def matches(finding, pattern):
    """Whether a finding is meant by a pattern, in which only * is special."""
    return fnmatch.fnmatchcase(finding, pattern.replace("[", "[[]").replace("?", "[?]"))


def findings_of_check(check):
    yield f"verdict: {check['verdict']}"
    yield f"settled: {str(check['settled']).lower()}"
    if check.get("survey"):
        hosts = check["survey"]["hosts"]
        yield f"survey hosts: {len(hosts)}"
        addresses = [address for host in hosts for address in host["ipv6"]["addresses"]]
        yield f"survey IPv6 addresses: {len(addresses)}"
        for address in addresses:
            if address.get("port"):
                yield f"survey port of {address['address']}: {address['port']['outcome']}"
    for number, ability in check["abilities"].items():
        yield f"ability {number}: {ability['outcome']}"
        yield f"ability {number} sentence: {ability['sentence']}"
        if ability.get("cause"):
            yield f"ability {number} cause: {ability['cause']}"
    for probe in check["probes"]:
        yield f"probe {probe['probe']}: {probe['state']}"
        if probe.get("family"):
            yield f"probe {probe['probe']} family: {probe['family']}"
    for line in check["evidence"]:
        yield f"fact: {line['fact']} {line.get('probe') or ''}".rstrip()
