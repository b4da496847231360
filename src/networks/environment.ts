import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import util from "node:util";

/**
 * Makes the process fit for `@tensorflow/tfjs-node` 4.22, the last release. Import it before TensorFlow.
 *
 * Node 23 removed old helpers of `util` that the addon's JavaScript still calls. And TensorFlow greets every
 * start with several lines on stderr; `TF_CPP_MIN_LOG_LEVEL=0` brings them back. Two of them come before it reads
 * that variable: set-up compiles `quiet.node`, which loads its base library without them.
 */
const removed = {
  isArray: Array.isArray,
  isNullOrUndefined: (value: unknown) => value === null || value === undefined,
};

for (const [name, replacement] of Object.entries(removed)) {
  if (!(name in util)) Object.assign(util, { [name]: replacement });
}

process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";

const require = createRequire(import.meta.url);
const quiet = join(dirname(require.resolve("@tensorflow/tfjs-node/package.json")), "lib/napi-v8/quiet.node");
if (existsSync(quiet)) require(quiet);
