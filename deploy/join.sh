#!/bin/sh
# join.sh CONVLAB HUB: lets the hub's environment see the packages of convlab's, JupyterLab among them, and everybody run it,
# whatever the umask was. Its own packages come first.
set -e
packages() { "$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }
packages "$1/.venv" > "$(packages "$2")/convlab.pth"
chmod -R go+rX "$2"
