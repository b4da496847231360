#!/bin/sh
# A learner's server: under JupyterHub the hub's program, else JupyterLab by itself, with the options it is given.
set -e
convlab=$(cd "$(dirname "$0")/.." && pwd)
set -a
. "$convlab/deploy/class.env"
set +a
node "$convlab/scripts/lessons.mjs" --copies "$HOME/convlab"
if [ -n "$JUPYTERHUB_API_TOKEN" ]; then exec jupyterhub-singleuser "$@"; fi
[ $# -gt 0 ] || set -- --ip=0.0.0.0
# By its module: the environment of the hub, which comes first on the PATH, has no program of that name.
exec "$convlab/.venv/bin/python" -m jupyterlab --no-browser --LabApp.default_url=/lab/tree/convlab/welcome.md "$@"
