import { parseArgs } from "node:util";
import { messageOf } from "./errors.mjs";

/** @import { ParseArgsConfig } from "node:util" */

/**
 * What was written behind a command, as `parseArgs` reads it.
 *
 * @template {NonNullable<ParseArgsConfig["options"]>} Options
 * @param {string} command as a reader types it
 * @param {Options} options
 * @param {{ words?: boolean }} [rules] whether words may stand beside the options
 * @returns {ReturnType<typeof parseArgs<{ options: Options, allowPositionals: true }>>}
 * @throws {RangeError} if an option is unknown, has no value, or one too many, or a word stands where none may
 */
export function readCommandLine(command, options, { words = true } = {}) {
  try {
    return parseArgs({ allowPositionals: /** @type {true} */ (words), options });
  } catch (error) {
    const [fault] = messageOf(error).split(/\. |\n/);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new RangeError(`Cannot run ${command}: ${fault}. It knows ${known.join(", ")}.`, { cause: error });
  }
}
