import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

export const root = join(import.meta.dirname, "..", "..");

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("Cannot find a free port.");
  return address.port;
}

/** JupyterLab settings of the test's own: every cell is drawn wherever the page is scrolled to, and nothing asks. */
function settingsIn(folder: string): string {
  const settings = {
    "notebook-extension/tracker": { windowingMode: "none" },
    "apputils-extension/notification": { fetchNews: "false", checkForUpdates: false },
    "apputils-extension/themes": { theme: "JupyterLab Light" },
  };
  for (const [name, values] of Object.entries(settings)) {
    const path = join(folder, "@jupyterlab", `${name}.jupyterlab-settings`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(values));
  }
  return folder;
}

export interface Lab {
  /** The page's address, with its token. */
  address: string;
  /** Everything `npm start` printed so far. */
  printed(): string;
  /** Presses Ctrl-C as a terminal does, waits for the end, and returns the exit code or signal and what still runs. */
  stop(): Promise<{ end: number | string | null; left: string[] }>;
}

/** Starts JupyterLab through `npm start`, with settings and workspaces below `folder`. */
export async function startLab(folder: string): Promise<Lab> {
  const port = await freePort();
  const options = [
    "--no-browser",
    `--port=${port}`,
    `--LabApp.user_settings_dir=${settingsIn(join(folder, "settings"))}`,
    `--LabApp.workspaces_dir=${join(folder, "workspaces")}`,
    "--LabApp.expose_app_in_browser=True",
  ];
  // A group of its own stands for the terminal's: Ctrl-C reaches npm and all that it started alike.
  const child = spawn("npm", ["start", "--", ...options], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (data) => {
    text += data;
  });
  child.stderr.on("data", (data) => {
    text += data;
  });
  const address = await addressIn(child, () => text);
  return {
    address,
    printed: () => text,
    async stop() {
      const family = descendants(child.pid ?? 0);
      const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
      if (ended) process.kill(-(child.pid ?? 0), "SIGINT");
      const timer = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), 40_000);
      await ended;
      clearTimeout(timer);
      const running = () => family.filter(({ pid, started }) => startOf(pid) === started);
      // npm may be gone before what it started: that has the time JupyterLab gets to end its kernels.
      for (let tries = 0; tries < 75 && running().length > 0; tries++) await sleep(200);
      return { end: child.exitCode ?? child.signalCode, left: running().map(({ args }) => args) };
    },
  };
}

/** Set-up may come first, so this waits long; but a start that has ended is told at once. */
async function addressIn(child: ChildProcess, text: () => string): Promise<string> {
  for (let tries = 0; tries < 6000; tries++) {
    const address = /JupyterLab is ready.*?(http:\S+)/.exec(text())?.[1];
    if (address) return address;
    if (child.exitCode !== null) break;
    await sleep(200);
  }
  throw new Error(`Cannot start JupyterLab: npm start ended or said no address.\n${text().slice(-3000)}`);
}

interface Process {
  pid: number;
  started: string;
  args: string;
}

/** All processes below one, with their start, so that a number used again is not taken for the old process. */
function descendants(pid: number): Process[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .flatMap((row) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row);
      return match ? [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3] ?? "" }] : [];
    });
  const below = (parent: number): typeof rows =>
    rows.filter((row) => row.parent === parent).flatMap((row) => [row, ...below(row.pid)]);
  return below(pid).map((row) => ({ pid: row.pid, started: startOf(row.pid), args: row.args }));
}

function startOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The Chromium to use: $CHROMIUM, or the system's. */
export function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) {
    throw new Error(
      "Cannot find Chromium: none in /usr/bin. Install it (apt-get install chromium) or set CHROMIUM to its path.",
    );
  }
  return found;
}

/** Starts Chromium with one empty page. */
export async function openBrowser(): Promise<{ browser: Browser; page: Page }> {
  const args =
    "--no-sandbox --headless=new --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run";
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: args.split(" ") });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  // tsx marks named functions with a helper of its own, which the page does not have.
  await page.addInitScript("globalThis.__name = (value) => value");
  return { browser, page };
}

/** The kernels that run in a folder: programs that were given a connection file, by their working directory. */
export function kernelsIn(folder: string): string[] {
  return execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((row) => /\bkernel-[\w-]+\.json\b/.test(row))
    .filter((row) => {
      try {
        return readlinkSync(`/proc/${row.trim().split(" ")[0]}/cwd`) === folder;
      } catch {
        return false;
      }
    });
}
