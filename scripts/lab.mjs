// The second half of npm run build: the extension of JupyterLab and the program of live controls, bundled into dist.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { endWith } from "./console.mjs";
import { bundleControls, bundleLab } from "./lab/bundle.mjs";
import { builtControls, builtExtension } from "./setup/lab.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
Promise.all([bundleLab(root, builtExtension(root)), bundleControls(root, builtControls(root))]).catch(
  endWith,
);
