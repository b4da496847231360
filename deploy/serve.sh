#!/bin/sh
# A learner's server: under JupyterHub the hub's program, else JupyterLab by itself.
set -e
convlab=$(cd "$(dirname "$0")/.." && pwd)
set -a
. "$convlab/deploy/class.env"
set +a
node "$convlab/scripts/lessons.mjs" --copies "$HOME/convlab"
if [ -n "$JUPYTERHUB_API_TOKEN" ]; then exec jupyterhub-singleuser "$@"; fi
exec jupyter lab --ip=0.0.0.0 --no-browser --LabApp.default_url=/lab/tree/convlab/welcome.md "$@"
