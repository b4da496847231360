import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import "./repairUtil.js";

/**
 * Makes the process fit for `@tensorflow/tfjs-node`. Import it before TensorFlow.
 *
 * TensorFlow greets every
 * start with several lines on stderr; `TF_CPP_MIN_LOG_LEVEL=0` brings them back. Two of them come before it reads
 * that variable: set-up compiles `quiet.node`, which loads its base library without them.
 */
process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";

const require = createRequire(import.meta.url);
const quiet = join(dirname(require.resolve("@tensorflow/tfjs-node/package.json")), "lib/napi-v8/quiet.node");
if (existsSync(quiet)) require(quiet);
