"""Which kernels there are: ours, stock tslab, Deno, ipykernel, and whatever else Jupyter has registered."""

import json
import os
import pathlib
import subprocess
import sys
from importlib.metadata import version

from jupyter_client.kernelspec import KernelSpecManager

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT / ".cache" / "peers"
TSLAB = ROOT / "node_modules" / "tslab"
DENO_PACKAGE = PEERS / "node_modules" / "deno"
DENO_VERSION = "2.9.6"
OURS, BARE, STOCK, DENO, IPYKERNEL = "ours", "ours without snapshot", "stock tslab", "Deno", "ipykernel"


def install_deno():
    if DENO_PACKAGE.exists():
        return
    PEERS.mkdir(parents=True, exist_ok=True)
    (PEERS / "package.json").write_text('{ "private": true }\n')
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", f"deno@{DENO_VERSION}"], cwd=PEERS, check=True)


def register_peers():
    """Writes a kernel.json for each of the five that is there, where Jupyter finds it, and returns their names."""
    ours = ["node", str(ROOT / "dist/kernel/main.js"), "{connection_file}"]
    commands = {OURS: ours, BARE: ours}
    if TSLAB.exists():
        commands[STOCK] = ["node", str(TSLAB / "bin/tslab"), "kernel", "--config-path", "{connection_file}"]
    if DENO_PACKAGE.exists():
        commands[DENO] = ["node", str(DENO_PACKAGE / "bin.cjs"), "jupyter", "--kernel", "--conn", "{connection_file}"]
    commands[IPYKERNEL] = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    for name, argv in commands.items():
        language = "python" if name == IPYKERNEL else "typescript"
        spec = {"argv": argv, "display_name": name, "language": language, "env": {"TF_CPP_MIN_LOG_LEVEL": "3"}}
        if name in (OURS, BARE):
            spec["interrupt_mode"] = "message"
        if name == BARE:
            spec["env"]["CONVLAB_SNAPSHOT"] = "off"
        folder = PEERS / "kernels" / "kernels" / registered_name(name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kernel.json").write_text(json.dumps(spec))
    places = [str(PEERS / "kernels"), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, places))
    return list(commands)


def registered_name(name):
    return name.lower().replace(" ", "-")


def is_registered(name):
    return registered_name(name) in KernelSpecManager().find_kernel_specs()


def is_python(name):
    return KernelSpecManager().get_kernel_spec(registered_name(name)).language == "python"


def versions():
    """What was measured."""
    parts = [f"tslab {version_in(TSLAB)}"] if TSLAB.exists() else []
    parts.append(f"TypeScript {version_in(ROOT / 'node_modules' / 'typescript')}")
    if DENO_PACKAGE.exists():
        parts.append(f"Deno {version_in(DENO_PACKAGE)}")
    parts.append(f"ipykernel {version('ipykernel')}")
    parts.append("Node " + subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()[1:])
    parts.append(f"Python {sys.version.split()[0]}")
    return ", ".join(parts)


def version_in(package):
    return json.loads((package / "package.json").read_text())["version"]
