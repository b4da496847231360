"""Each check on a clean kernel of its own: one failure must not spoil the next."""

import sys

from .checks import CHECKS
from .kernel import Kernel, NoAnswer
from .results import Results


def scores(names, patience):
    results = Results(names)
    for name in names:
        for title, check in CHECKS:
            kernel = results.attempt(title, name, "start", lambda: Kernel(name, patience))
            if kernel is None:
                break  # it would not start for the next check either
            with kernel:
                word = results.attempt(title, name, "check", lambda: score(kernel, check))
            if word is not None:
                results.add(title, name, word)
                print(f"{name}: {title}: {word}", file=sys.stderr, flush=True)
    return results


def score(kernel, check):
    kernel.run("1 + 1")
    try:
        passed = check(kernel)
    except NoAnswer:
        raise
    except Exception as error:  # a reply without what it should hold
        return f"no ({type(error).__name__})"
    return "–" if passed is None else "yes" if passed else "no"
