"""JupyterHub for a class on one server. docs/class.md leads there, from an empty server to the first lesson.

Started with `jupyterhub --config deploy/jupyterhub_config.py`, from anywhere. The variable CONVLAB_SPAWNER chooses how servers are started:
`systemd` (what a class needs: limits of memory and processor, a log for each learner) or `process` (for trying, without accounts)."""

import asyncio
import os
import re
import sys
from pathlib import Path

c = get_config()  # noqa: F821  (JupyterHub's own)

deploy = Path(__file__).resolve().parent
convlab = deploy.parent
venv = convlab / ".venv"
programs = Path(sys.executable).parent
node = os.environ.get("CONVLAB_NODE", "node")
spawner = os.environ.get("CONVLAB_SPAWNER", "systemd")
minutes_idle = float(os.environ.get("CONVLAB_MINUTES_IDLE", "60"))

# -- the hub: behind a web server that speaks TLS -------------------------------------------------------------------------------
c.JupyterHub.bind_url = os.environ.get("CONVLAB_URL", "http://127.0.0.1:8000")
c.JupyterHub.hub_ip = "127.0.0.1"
c.JupyterHub.hub_port = int(os.environ.get("CONVLAB_HUB_PORT", "8081"))
c.ConfigurableHTTPProxy.api_url = os.environ.get("CONVLAB_PROXY_URL", "http://127.0.0.1:8001")
c.ConfigurableHTTPProxy.command = [node, str(deploy / "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy")]
state = Path(os.environ.get("CONVLAB_HUB_STATE", "/srv/convlab-hub"))
c.JupyterHub.db_url = f"sqlite:///{state}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")

# -- who may come in: accounts of this machine in the group learners; see docs/class.md for others -------------------------------
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"learners"}
# Whose account is gone is forgotten when the hub starts.
c.PAMAuthenticator.delete_invalid_users = True


def home_of(spawner):
    """The learner's folder, and the numbers of their user and group."""
    if hasattr(spawner, "make_home"):
        spawner.make_home()
        return spawner.home, spawner.number, spawner.number
    import pwd

    account = pwd.getpwnam(spawner.user.name)
    return Path(account.pw_dir), account.pw_uid, account.pw_gid


# -- a learner's server ---------------------------------------------------------------------------------------------------------
# JupyterLab, its settings and the kernels are those of convlab; what the hub adds to a server lies in the hub's environment.
c.Spawner.cmd = [str(programs / "jupyterhub-singleuser")]
c.Spawner.default_url = "/lab/tree/convlab/welcome.md"
c.Spawner.environment = {
    "JUPYTER_PATH": str(venv / "share/jupyter"),
    "JUPYTER_CONFIG_PATH": f"{convlab / 'scripts/start/settings'}:{venv / 'etc/jupyter'}",
    "JUPYTERLAB_DIR": str(venv / "share/jupyter/lab"),
    # Many share the processors and the memory.
    **dict(re.findall(r"^(\w+)=(.*)$", (deploy / "class.env").read_text(), re.MULTILINE)),
    # Where kernels and servers meet, for their owner only. A short path: those of sockets have 107 characters at most.
    "JUPYTER_RUNTIME_DIR": lambda spawner: str(home_of(spawner)[0] / ".kernels"),
    # How often a server tells the hub that it is used, in seconds.
    "JUPYTERHUB_ACTIVITY_INTERVAL": str(max(5, round(min(5, minutes_idle / 6) * 60))),
}
c.Spawner.args = [
    # Sockets in that folder: what a kernel prints on a port, everybody on the machine could hear.
    "--KernelManager.transport=ipc",
    f"--MappingKernelManager.cull_idle_timeout={round(minutes_idle * 30)}",
    "--MappingKernelManager.cull_connected=True",
]
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120


async def copy_lessons(spawner):
    """Brings the learner's folder up to the installation, as the learner: nothing that a learner wrote is touched."""
    home, user, group = home_of(spawner)
    program = await asyncio.create_subprocess_exec(
        node,
        str(convlab / "scripts/lessons.mjs"),
        "--copies",
        str(home / "convlab"),
        user=user,
        group=group,
        extra_groups=[],
        umask=0o077,
        cwd=home,
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await program.communicate()
    for line in said.decode().splitlines():
        spawner.log.info("%s: %s", spawner.user.name, line)


c.Spawner.pre_spawn_hook = copy_lessons

if spawner == "systemd":
    c.JupyterHub.spawner_class = "systemd"
    # Learners go on working while the hub is started anew.
    c.JupyterHub.cleanup_servers = False
    c.SystemdSpawner.mem_limit = "1500M"
    c.SystemdSpawner.cpu_limit = 2.0
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.isolate_devices = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.readonly_paths = ["/"]
    c.SystemdSpawner.readwrite_paths = ["/home/{USERNAME}"]
elif spawner == "process":
    sys.path.insert(0, str(deploy))
    from process_spawner import NumberedProcessSpawner

    c.JupyterHub.spawner_class = NumberedProcessSpawner
    c.NumberedProcessSpawner.homes = os.environ.get("CONVLAB_HOMES", "/srv/convlab-trial")
    c.JupyterHub.authenticator_class = "dummy"
    c.DummyAuthenticator.password = os.environ["CONVLAB_PASSWORD"]
    c.DummyAuthenticator.allow_all = True
else:
    raise ValueError(f"Cannot start servers by {spawner}: CONVLAB_SPAWNER is systemd or process.")

# -- servers that nobody uses end, and give their memory back -------------------------------------------------------------------
c.JupyterHub.load_roles = [
    {
        "name": "culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["culler"],
    }
]
c.JupyterHub.services = [
    {
        "name": "culler",
        "command": [
            str(programs / "python"),
            "-m",
            "jupyterhub_idle_culler",
            f"--timeout={round(minutes_idle * 60)}",
            f"--cull-every={max(5, round(minutes_idle * 6))}",
        ],
    }
]
