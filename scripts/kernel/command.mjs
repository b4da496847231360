import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commandOf } from "../installation.cjs";
import { install } from "./install.mjs";
import { placesOf } from "./places.mjs";
import { remove } from "./remove.mjs";

/** @import { ParseArgsConfig } from "node:util" */

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** @param {string} root */
const help = (root) => `${commandOf(root, "kernel", "install [--replace] [--system]")}
${commandOf(root, "kernel", "remove [--system]")}

  install      registers the kernel of this folder with your own Jupyter, as "TypeScript" (its name is tslab) and as
               "JavaScript" (jslab): for VS Code, and for notebooks in other folders. Each finds the packages of its
               own folder, and convlab there or else the one of this folder
  --replace    also where another of that name is registered: a copy of it is kept, and remove puts it back
  --system     for everybody on this machine, such as the servers of a class, in /usr/local/share/jupyter
  remove       takes the kernels out again

Without --system the places are kernels/tslab and kernels/jslab in Jupyter's data folder for users; the variable JUPYTER_DATA_DIR
names another one.`;

/**
 * Does what the arguments say. Ends in one message that begins with "Cannot" when it refuses.
 *
 * @param {string[]} args
 * @param {(line: string) => unknown} say
 * @param {{ root?: string, env?: NodeJS.ProcessEnv, system?: string[] }} [surroundings]
 */
export async function command(args, say, { root = here, env = process.env, system } = {}) {
  const { action, replace, system: forAll } = read(root, args);
  if (action === undefined) return say(help(root));
  const places = await placesOf({ env, system, forAll });
  const lines = action === "install" ? install(root, places, { replace, forAll }) : remove(root, places);
  for (const line of lines) say(line);
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {{ action?: string | undefined, replace?: boolean | undefined, system?: boolean | undefined }}
 */
function read(root, args) {
  const { values, positionals } = parse(root, args);
  const [action] = positionals;
  if (values.help || args.length === 0) return {};
  const known = action === "install" || (action === "remove" && !values.replace);
  if (!known || positionals.length > 1) throw refusal(root, args.join(" "));
  return { action, replace: values.replace, system: values.system };
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function parse(root, args) {
  try {
    /** @satisfies {ParseArgsConfig["options"]} */
    const options = {
      replace: { type: "boolean" },
      system: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw refusal(root, args.join(" "), error);
  }
}

/**
 * @param {string} root
 * @param {string} text
 * @param {unknown} [cause]
 */
function refusal(root, text, cause) {
  const help = commandOf(root, "kernel", "--help");
  return new Error(
    `Cannot run kernel ${text}: it knows install and remove, with --replace and --system. See ${help}.`,
    { cause },
  );
}
