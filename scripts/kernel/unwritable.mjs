import { dirname } from "node:path";
import { codeOf, messageOf } from "../errors.mjs";

/** @type {Record<string, string>} */
const reasons = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "it can only be read",
  ENOTDIR: "a file is in the way",
  EEXIST: "a file is in the way",
  ENOSPC: "the disk is full",
};
const ownFolder = "name a data folder of yours in the variable JUPYTER_DATA_DIR (Jupyter needs it too)";

/**
 * The message for a folder of Jupyter's that refuses. `action` completes "Cannot …", `way` is the way out.
 *
 * @param {string} action
 * @param {unknown} error
 * @param {string} [way]
 */
export function unwritable(action, error, way = `Mend that, or ${ownFolder}.`) {
  const code = codeOf(error) ?? "";
  const reason = reasons[code];
  if (reason === undefined) return error;
  const { path } = /** @type {NodeJS.ErrnoException} */ (error);
  const place = path === undefined ? messageOf(error) : dirname(path);
  return new Error(`Cannot ${action}: ${place}: ${reason} (${code}). ${way}`, { cause: error });
}
