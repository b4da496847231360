import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { run } from "../setup/run.mjs";

const patience = 30_000; // milliseconds that Jupyter has for an answer

/**
 * Jupyter's data folders: `user`, the one to register in, and `all` where it looks for kernels, first come first
 * served. The `jupyter` on the PATH is asked where there is one: its Python may have folders of its own.
 */
export async function placesOf({ env = process.env, platform = process.platform, system } = {}) {
  const home = env.HOME || env.USERPROFILE || homedir();
  const jupyter = await ask("--paths", env);
  const asked = jupyter?.data ?? [];
  let user = userFolder(env, platform, home);
  // Jupyter knows of variables and versions that this does not.
  if (!env.JUPYTER_DATA_DIR && asked.length > 0 && !asked.some((each) => isSame(each, user)))
    user = (await ask("--data-dir", env)) ?? user;
  const named = (env.JUPYTER_PATH ?? "").split(delimiter).filter(Boolean);
  const all = [...named, ...asked, user, ...(system ?? systemFolders(platform)), join(home, ".ipython")];
  return { user, all: all.filter((each, index) => all.findIndex((other) => isSame(each, other)) === index) };
}

function userFolder(env, platform, home) {
  if (env.JUPYTER_DATA_DIR) return resolve(env.JUPYTER_DATA_DIR);
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

function systemFolders(platform) {
  return platform === "win32" ? [] : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
}

/** What `jupyter` says about its folders, or undefined: not having it is no fault. */
async function ask(option, env) {
  const args = option === "--paths" ? ["--paths", "--json"] : [option];
  const { code, output } = await run("jupyter", args, { env, timeout: patience });
  if (code !== 0) return undefined;
  if (option !== "--paths") return output.trim().split(/\r?\n/).at(-1) || undefined;
  try {
    return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1));
  } catch {
    return undefined;
  }
}

/** Whether two paths name one folder, links followed. */
export function isSame(one, other) {
  return real(one) === real(other);
}

export function real(path) {
  const whole = resolve(path);
  return existsSync(whole) ? realpathSync(whole) : whole;
}
