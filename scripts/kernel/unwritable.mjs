import { dirname } from "node:path";

const reasons = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "it can only be read",
  ENOTDIR: "a file is in the way",
  EEXIST: "a file is in the way",
  ENOSPC: "the disk is full",
};
const ownFolder = "name a data folder of yours in the variable JUPYTER_DATA_DIR (Jupyter needs it too)";

/** The message for a folder of Jupyter's that refuses. `action` completes "Cannot …", `way` is the way out. */
export function unwritable(action, error, way = `Mend that, or ${ownFolder}.`) {
  const reason = reasons[error.code];
  if (reason === undefined) return error;
  const place = error.path === undefined ? error.message : dirname(error.path);
  return new Error(`Cannot ${action}: ${place}: ${reason} (${error.code}). ${way}`, { cause: error });
}
