"""Kernels that are measured in turns, so that whatever else the machine does meets all of them."""

from .kernel import Kernel


class Field:
    """A `with` statement ends its kernels. Who gives no answer leaves a measurement, and starts anew for the next."""

    def __init__(self, names, patience, results, prepare):
        self.names = list(names)
        self.patience = patience
        self.results = results
        self.prepare = prepare  # what a new kernel runs first; False takes it out of the field
        self.running = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for name in list(self.running):
            self.end(name)

    def take_turns(self, title, count, work, names=None):
        """`work(kernel, at)` gives a figure, or None for none."""
        playing = [name for name in names or list(self.names) if self.is_ready(title, name)]
        for at in range(count):
            for name in list(playing):
                step = f"{at + 1} of {count}"
                if not self.results.attempt(title, name, step, lambda: self.turn(title, name, work, at)):
                    playing.remove(name)
                    self.end(name)

    def turn(self, title, name, work, at):
        figure = work(self.running[name], at)
        if figure is not None:
            self.results.add(title, name, figure)
        return True

    def is_ready(self, title, name):
        if name in self.running:
            return True
        if self.results.attempt(title, name, "start", lambda: self.start(name)):
            return True
        self.end(name)
        self.names.remove(name)  # it would not start for the next measurement either
        return False

    def start(self, name):
        self.running[name] = Kernel(name, self.patience)
        return self.prepare(self.running[name])

    def end(self, name):
        if name in self.running:
            self.running.pop(name).close()
