// The process of one row: measures it, and tells its parent how far it is and what it found.
import { createRequire } from "node:module";
import { rowHash } from "../../dist/lessons/results/experiment.js";
import { saveTrained } from "../../dist/networks/files/saveTrained.js";
import { loadExperiments } from "./built.mjs";
import { readStored } from "./stored.mjs";

/**
 * @import { StoredRow } from "../../dist/lessons/results/experiment.js"
 *
 * @typedef {Omit<StoredRow, "commit">} MeasuredRow
 * @typedef {{ share: number, measured?: undefined } | { measured: MeasuredRow }} Message
 */

const [id = "", rowName = ""] = process.argv.slice(2);
const experiment = (await loadExperiments(id)).find((each) => each.id === id);
const row = experiment?.rows.find(({ name }) => name === rowName);
if (!experiment || !row) throw new Error(`Cannot measure ${id}, row "${rowName}": there is no such row.`);
const started = performance.now();
const measurement = await experiment.run(row, {
  report: (share) => tell({ share }),
  keep: (model, name, card) =>
    saveTrained(model, name, { ...card, again: `npm run experiments -- ${id} "${rowName}" --again` }),
});
const seconds = Math.round((performance.now() - started) / 100) / 10;
const whole = { ...row, ...measurement };
const sha256 = rowHash(readStored(id).measuredAs ?? id, whole);
tell({ measured: { ...whole, seconds, versions: versions(), sha256 } });
process.disconnect?.();

/** @param {Message} message */
function tell(message) {
  process.send?.(message);
}

/** @returns {Record<string, string>} */
function versions() {
  const require = createRequire(import.meta.url);
  /** @param {string} name */
  const versionOf = (name) => require(`${name}/package.json`).version;
  return {
    convlab: require("../../package.json").version,
    node: process.versions.node,
    "tfjs-node": versionOf("@tensorflow/tfjs-node"),
    tensorflow: require("@tensorflow/tfjs-node").backend().binding.TF_Version,
  };
}
