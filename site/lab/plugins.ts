import { outputPlugins } from "../../lab/plugins.js";
import type { Plugin } from "./jupyter.js";
import { keepPlugin } from "./keepPlugin.js";
import { kernelPlugin } from "./kernelPlugin.js";
import { logoPlugin } from "./logoPlugin.js";
import { notesPlugin } from "./notesPlugin.js";
import { openPlugin } from "./openPlugin.js";
import { Readiness } from "./readiness.js";
import type { Reading } from "./reading.js";
import type { Lab } from "./shared.js";
import { typesetterPlugin } from "./typesetterPlugin.js";
import { workPlugin } from "./workPlugin.js";

/** All that this extension adds to JupyterLab. */
export function pluginsOf(lab: Lab, reading: Reading): readonly Plugin[] {
  const readiness = new Readiness();
  return [
    kernelPlugin(lab, readiness.started),
    keepPlugin(lab),
    openPlugin(lab, reading),
    workPlugin(lab),
    notesPlugin(lab, readiness),
    typesetterPlugin(lab),
    logoPlugin(lab),
    ...outputPlugins(lab.IRenderMimeRegistry),
  ];
}
