import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createConsole } from "../console.mjs";
import { commandOf } from "../installation.cjs";
import { checkForAll, fetchOptional, openToAll } from "./everyone.mjs";
import { setUp, startCommand } from "./index.mjs";

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Everything `npm run setup` does. Resolves to whether all is well.
 *
 * @param {readonly string[]} args
 * @param {string} [root]
 */
export async function setupCommand(args, root = here) {
  const { all, check } = read(root, args);
  const out = createConsole();
  if (!check) {
    const done = await setUp({ root, thorough: true, forAll: all });
    if (all) {
      await fetchOptional(root, out);
      openToAll(root);
    } else if (done.length === 0) out.say("Everything is set up already.");
  }
  if (!all) {
    out.say(`Start the lessons with: ${startCommand(root)}`);
    return true;
  }
  const checks = checkForAll(root);
  for (const { what, ok, wayOut } of checks)
    out.say(ok ? `  ok     ${what}` : `  wrong  ${what}. ${wayOut}.`);
  const wrong = checks.filter(({ ok }) => !ok).length;
  out.say(
    wrong === 0 ? "Everybody on this machine can work with it." : `${wrong} of ${checks.length} are wrong.`,
  );
  return wrong === 0;
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
function read(root, args) {
  try {
    /** @satisfies {import("node:util").ParseArgsConfig["options"]} */
    const options = { all: { type: "boolean", default: false }, check: { type: "boolean", default: false } };
    const { values } = parseArgs({ args: [...args], options });
    if (values.check && !values.all) throw new Error("--check belongs to --all");
    return values;
  } catch (cause) {
    const known = `it knows --all and --all --check. Without, it brings what the lessons need: ${commandOf(root, "setup")}`;
    throw new Error(`Cannot run set-up with ${args.join(" ")}: ${known}`, { cause });
  }
}
