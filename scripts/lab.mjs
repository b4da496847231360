// The second half of npm run build: the extension of JupyterLab, bundled into dist.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { endWith } from "./console.mjs";
import { bundleLab } from "./lab/bundle.mjs";
import { builtExtension } from "./setup/lab.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
bundleLab(root, builtExtension(root)).catch(endWith);
