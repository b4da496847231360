# Starts JupyterLab, and ends it when the program that started it is gone (its end of our input closes then).
import logging
import os
import signal
import sys
import threading


def end_with_parent():
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()

# npm start says these things itself: the address, once the server answers, and that it stops.
said = ("To access the server", "received signal")
logging.getLogger("ServerApp").addFilter(lambda record: not any(text in str(record.msg) for text in said))

from jupyterlab.labapp import main  # noqa: E402  (the watch comes first)

sys.exit(main())
