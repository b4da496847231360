"""The figures of a run, by row and kernel, and where a kernel gave no answer."""

import sys
import time

from .kernel import NoAnswer

NO_ANSWER = "no answer"


class Results:
    def __init__(self, names):
        self.names = names
        self.rows = {}  # title -> name -> values
        self.unanswered = {name: {} for name in names}  # name -> title -> where, why, after how many seconds

    def add(self, title, name, value):
        self.rows.setdefault(title, {}).setdefault(name, []).append(value)

    def attempt(self, title, name, step, work):
        """What work() returns, or None when it failed. A failure is the kernel's: it is noted, never raised."""
        self.rows.setdefault(title, {})
        began = time.perf_counter()
        try:
            return work()
        except Exception as error:
            reason = str(error) if isinstance(error, NoAnswer) else type(error).__name__
            note = f"{title}, {step}: {reason} after {time.perf_counter() - began:.0f} s"
            self.unanswered[name][title] = note
            print(f"{name}: {NO_ANSWER}: {note}", file=sys.stderr, flush=True)
            return None

    def table(self, text_of):
        """Markdown. `text_of(title, values)` is the text of a cell to which these values were added."""
        lines = [["", *self.names], ["---"] * (1 + len(self.names))]
        for title in self.rows:
            lines.append([title, *(self.cell(title, name, text_of) for name in self.names)])
        if any(self.unanswered.values()):
            notes = ("; ".join(self.unanswered[name].values()) or "–" for name in self.names)
            lines.append([NO_ANSWER, *notes])
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def cell(self, title, name, text_of):
        if title in self.unanswered[name]:
            return NO_ANSWER
        values = self.rows[title].get(name)
        return text_of(title, values) if values else "–"
