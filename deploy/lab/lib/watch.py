"""What the processes of a node use: memory, processor time, and how many there are at once."""

import collections
import os
import threading
import time

TICK = os.sysconf("SC_CLK_TCK")


class Watch(threading.Thread):
    """Looks at all processes of a node again and again, as the kernel tells of them (proc(5)).

    What a process took in its last moments may be missed; what its children took is told by whoever waited for them.

    peaks: process → the most memory it ever had, in MB (VmHWM). first, last: when it was seen. words: its command line.
    most: name → how many of them there were at once. times: process → seconds of the processor that it has used, and
    its children that have ended. names are the programs that are looked at (None: all), pause the seconds between two looks.
    """

    def __init__(self, lab, node="checker", names=("sixreturn", "exe"), pause=0.004):
        super().__init__(daemon=True)
        self.space = lab.enter(node, "readlink", "/proc/self/ns/pid").stdout.decode().strip()
        self.names, self.pause = names, pause
        self.over = threading.Event()
        self.first, self.last, self.peaks, self.words = {}, {}, {}, {}
        self.most, self.times = collections.Counter(), {}

    def run(self):
        while not self.over.wait(self.pause):
            self.look()

    def look(self):
        alive = collections.Counter()
        for number in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.readlink(f"/proc/{number}/ns/pid") != self.space:
                    continue
                with open(f"/proc/{number}/status", encoding="utf-8") as file:
                    facts = dict(line.split(":", 1) for line in file.read().splitlines())
                if "VmHWM" not in facts or self.names and facts["Name"].strip() not in self.names:
                    continue
                self.remember(number, int(facts["VmHWM"].split()[0]) / 1000)
                alive[self.name(number)] += 1
            except (OSError, ValueError, IndexError):
                continue
        self.most |= alive

    def remember(self, number, peak):
        with open(f"/proc/{number}/cmdline", encoding="utf-8") as file:
            self.words[number] = file.read().split("\0")
        with open(f"/proc/{number}/stat", encoding="utf-8") as file:
            fields = file.read().rpartition(")")[2].split()
        now = time.monotonic()
        self.first.setdefault(number, now)
        self.last[number] = now
        self.peaks[number] = peak
        own, children = (int(fields[11]) + int(fields[12])) / TICK, (int(fields[13]) + int(fields[14])) / TICK
        self.times[number] = (own, children)

    def name(self, number):
        """What a process is: its program, and of sixreturn the command, of pipe(8) the service it delivers for."""
        words = self.words[number]
        program = os.path.basename(words[0].split()[0]) if words[0] else "?"
        if program in ("sixreturn", "exe"):
            return f"sixreturn {words[1]}"
        if program.startswith("python"):
            return os.path.basename(words[1])
        return f"pipe {words[words.index('-n') + 1]}" if program == "pipe" and "-n" in words else program

    def costs(self, before):
        """Seconds of the processor by name, since `before`, a copy of `times`; the most expensive first. What pipe(8) has
        started lives too shortly to be seen, and is told by what pipe(8) says of its children."""
        costs = collections.Counter()
        for number, (own, children) in self.times.copy().items():
            old_own, old_children = before.get(number, (0, 0))
            name = self.name(number)
            if name.startswith("pipe "):
                costs[f"started by {name}"] += children - old_children
            elif name in ("sixreturn receive", "cat"):
                continue  # that is what its pipe(8) tells
            costs[name] += own - old_own
        return costs.most_common()

    def largest(self, name):
        """The most memory that a process of this name had, in MB."""
        return max((peak for number, peak in self.peaks.items() if self.name(number) == name), default=0.0)

    def end(self):
        self.over.set()
        self.join()
