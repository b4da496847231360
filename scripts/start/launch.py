# Starts JupyterLab, and ends it when the program that started it is gone (its end of our input closes then).
import os
import signal
import sys
import threading


def end_with_parent():
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()

from jupyterlab.labapp import main  # noqa: E402  (the watch comes first)

sys.exit(main())
