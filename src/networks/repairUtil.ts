import util from "node:util";

/** Node 23 removed old helpers of `util` that `@tensorflow/tfjs-node` 4.22, the last release, still calls. */
const removed = {
  isArray: Array.isArray,
  isNullOrUndefined: (value: unknown) => value === null || value === undefined,
};

for (const [name, replacement] of Object.entries(removed)) {
  if (!(name in util)) Object.assign(util, { [name]: replacement });
}
