import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandOf, homeOf, readersCache } from "../installation.cjs";
import { programOf, pythonEnvironment } from "../setup/pip.mjs";
import { welcomeName } from "../welcome.mjs";
import { descendantsOf, kill } from "./processes.mjs";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Console } from "../console.mjs" */

const launcher = join(dirname(fileURLToPath(import.meta.url)), "launch.py");
const patience = 12_000; // milliseconds that JupyterLab has to end its kernels

/** Where a browser opens. What was open before is there too. */
const firstPage = `lab/tree/${welcomeName}`;

/**
 * The settings of JupyterLab, here and in a class. A page such as the glossary is opened to be read, with links that work, and the
 * names of lessons get the room of the files' dates.
 */
const settings = join(dirname(fileURLToPath(import.meta.url)), "settings");

/** What stands in JupyterLab's window until somebody has opened something there: the first page, beside the files. */
const firstWindow = {
  data: {
    "layout-restorer:data": {
      main: {
        dock: { type: "tab-area", currentIndex: 0, widgets: [`markdownviewer-widget:${welcomeName}`] },
        current: `markdownviewer-widget:${welcomeName}`,
      },
      left: { collapsed: false, visible: true, current: "filebrowser", widgets: ["filebrowser"] },
    },
    [`markdownviewer-widget:${welcomeName}`]: { data: { path: welcomeName, factory: "Markdown Preview" } },
  },
  metadata: { id: "default" },
};
/** Where JupyterLab keeps the window's state; the name is its own for "default". */
const windowFile = "default-37a8.jupyterlab-workspace";

/** The panel of files shows the lessons' names whole, where a window has the room. */
const labStyle = "@media (min-width: 1100px) { body { --jp-sidebar-min-width: 320px; } }\n";

/**
 * JupyterLab's environment: its own settings beside its programs, so that a reader's are neither used nor changed.
 *
 * @param {string} root
 */
function environmentFor(root) {
  const env = pythonEnvironment(root);
  for (const name of Object.keys(env)) {
    if (/^JUPYTER/.test(name) && !/^JUPYTER_(TOKEN|PORT|IP)/.test(name)) delete env[name];
  }
  /** @param {string} name */
  const place = (name) => join(readersCache(root), "jupyter", name);
  const workspaces = join("lab", "workspaces");
  for (const folder of ["labconfig", "custom", workspaces])
    mkdirSync(join(place("config"), folder), { recursive: true });
  const kept = join(place("config"), workspaces, windowFile);
  if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(firstWindow));
  writeFileSync(join(place("config"), "custom", "custom.css"), labStyle);
  const server = JSON.parse(readFileSync(join(settings, "jupyter_server_config.json"), "utf8"));
  server.LabApp.default_url = `/${firstPage}`;
  for (const name of ["jupyter_server_config.json", "jupyter_lab_config.json"])
    writeFileSync(join(place("config"), name), JSON.stringify(server, null, 2));
  const lab = join("labconfig", "default_setting_overrides.json");
  copyFileSync(join(settings, lab), join(place("config"), lab));
  return {
    ...env,
    JUPYTER_CONFIG_DIR: place("config"),
    JUPYTER_DATA_DIR: place("data"),
    JUPYTER_RUNTIME_DIR: place("runtime"),
    TF_CPP_MIN_LOG_LEVEL: env.TF_CPP_MIN_LOG_LEVEL ?? "2",
  };
}

/**
 * Runs JupyterLab on the reader's folder until it ends or is stopped, and resolves to the exit code.
 *
 * @param {string} root
 * @param {string} folder
 * @param {readonly string[]} options
 * @param {Console} out
 */
export async function startJupyter(root, folder, options, out) {
  const started = Date.now();
  const env = environmentFor(root);
  const args = [launcher, `--ServerApp.root_dir=${folder}`, ...options];
  // A session of its own: Ctrl-C in the terminal reaches us alone, and we end it in order.
  const child = spawn(programOf(join(homeOf(root), ".venv")), args, {
    cwd: folder,
    env,
    stdio: ["pipe", "inherit", "inherit"],
    detached: process.platform !== "win32",
  });
  child.stdin.on("error", () => {});
  const ended = once(child, "exit").catch((error) => {
    const message = `Cannot start JupyterLab: ${error.message}. Run ${commandOf(root, "setup")}.`;
    throw new Error(message, { cause: error });
  });
  const stop = stopOnSignal(child, out);
  tellAddress(child, env.JUPYTER_RUNTIME_DIR, started, folder, out);
  const [code] = await ended;
  await stop.ended();
  return stop.asked() ? 0 : (code ?? 1);
}

/**
 * @param {ChildProcess} child
 * @param {string} runtime
 * @param {number} started
 * @param {string} folder
 * @param {Console} out
 */
async function tellAddress(child, runtime, started, folder, out) {
  while (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    try {
      const server = JSON.parse(readFileSync(join(runtime, `jpserver-${child.pid}.json`), "utf8"));
      const token = server.token ? `?token=${server.token}` : "";
      const answer = await fetch(`${server.url}api`);
      if (!answer.ok) continue;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      out.say(`JupyterLab is ready (${seconds} s): ${server.url}${firstPage}${token}`);
      out.say(`Your lessons are in ${basename(folder)}/. Stop with Ctrl-C.`);
      return;
    } catch {
      // not there yet
    }
  }
}

/**
 * Ends JupyterLab on Ctrl-C and on the signals that ask for it: it ends its kernels itself; what is left when
 * its time is over is ended by us. A second Ctrl-C does not wait.
 *
 * @param {ChildProcess} child
 * @param {Console} out
 */
function stopOnSignal(child, out) {
  /** @type {number[]} */
  let family = [];
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let asked = false;
  const kernels = () => {
    family = [...new Set([...family, ...descendantsOf(child.pid)])];
  };
  const stop = () => {
    kernels();
    if (asked) return kill(child.pid);
    asked = true;
    out.say("\nStopping JupyterLab and its kernels.");
    child.kill("SIGTERM");
    timer = setTimeout(() => kill(child.pid), patience);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  // npm may be ended without telling us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent && !asked) stop();
  }, 1000);
  return {
    asked: () => asked,
    async ended() {
      clearTimeout(timer);
      clearInterval(watch);
      for (const signal of signals) process.removeListener(signal, stop);
      for (const pid of family) kill(pid);
    },
  };
}
