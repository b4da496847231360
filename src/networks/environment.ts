import util from "node:util";

/**
 * Makes the process fit for `@tensorflow/tfjs-node` 4.22, the last release. Import it before TensorFlow.
 *
 * Node 23 removed old helpers of `util` that the addon's JavaScript still calls. And TensorFlow greets every
 * start with several lines on stderr; `TF_CPP_MIN_LOG_LEVEL=0` brings them back.
 */
const removed = {
  isArray: Array.isArray,
  isNullOrUndefined: (value: unknown) => value === null || value === undefined,
};

for (const [name, replacement] of Object.entries(removed)) {
  if (!(name in util)) Object.assign(util, { [name]: replacement });
}

process.env["TF_CPP_MIN_LOG_LEVEL"] ??= "2";
