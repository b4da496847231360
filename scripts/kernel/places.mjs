import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { run } from "../setup/run.mjs";

const patience = 30_000; // milliseconds that Jupyter has for an answer

/** @typedef {{ user: string, all: string[] }} Places */

/**
 * Jupyter's data folders: `user`, the one to register in (with `forAll` the one that all users of the machine share), and `all` where it looks for kernels, first come first
 * served. The `jupyter` on the PATH is asked where there is one: its Python may have folders of its own.
 *
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, system?: string[] | undefined, forAll?: boolean | undefined }} [surroundings]
 * @returns {Promise<Places>}
 */
export async function placesOf({ env = process.env, platform = process.platform, system, forAll } = {}) {
  const shared = system ?? systemFolders(platform, env);
  if (forAll) return { user: shared[0] ?? "", all: shared };
  const home = env.HOME || env.USERPROFILE || homedir();
  const asked = await askPaths(env);
  let user = userFolder(env, platform, home);
  // Jupyter knows of variables and versions that this does not.
  if (!env.JUPYTER_DATA_DIR && asked.length > 0 && !asked.some((each) => isSame(each, user)))
    user = (await ask(["--data-dir"], env))?.trim().split(/\r?\n/).at(-1) || user;
  const named = (env.JUPYTER_PATH ?? "").split(delimiter).filter(Boolean);
  const all = [...named, ...asked, user, ...shared, join(home, ".ipython")];
  return { user, all: all.filter((each, index) => all.findIndex((other) => isSame(each, other)) === index) };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
function userFolder(env, platform, home) {
  if (env.JUPYTER_DATA_DIR) return resolve(env.JUPYTER_DATA_DIR);
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
function systemFolders(platform, env) {
  if (platform === "win32") return env.PROGRAMDATA ? [join(env.PROGRAMDATA, "jupyter")] : [];
  return ["/usr/local/share/jupyter", "/usr/share/jupyter"];
}

/**
 * The folders where Jupyter looks for its data, as it says itself; none where it is not there.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>}
 */
async function askPaths(env) {
  const output = (await ask(["--paths", "--json"], env)) ?? "";
  try {
    return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)).data ?? [];
  } catch {
    return [];
  }
}

/**
 * What `jupyter` says about its folders, or undefined: not having it is no fault.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function ask(args, env) {
  const { code, output } = await run("jupyter", args, { env, timeout: patience });
  return code === 0 ? output : undefined;
}

/**
 * Whether two paths name one folder, links followed.
 *
 * @param {string} one
 * @param {string} other
 */
export function isSame(one, other) {
  return real(one) === real(other);
}

/** @param {string} path */
export function real(path) {
  const whole = resolve(path);
  return existsSync(whole) ? realpathSync(whole) : whole;
}
