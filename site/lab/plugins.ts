import type { Plugin } from "./jupyter.js";
import { kernelPlugin } from "./kernelPlugin.js";
import { openPlugin } from "./open.js";
import type { Lab } from "./shared.js";

/** All that this extension adds to JupyterLab. */
export function pluginsOf(lab: Lab): readonly Plugin[] {
  return [kernelPlugin(lab, () => {}), openPlugin(lab)];
}
