import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "../errors.mjs";

/** @import { Experiment, ExperimentRow, StoredExperiment, StoredRow } from "../../dist/lessons/results/experiment.js" */

const folder = fileURLToPath(new URL("../../data/results/", import.meta.url));
/** @param {string} id */
const fileOf = (id) => `${folder}${id}.json`;

/**
 * The stored results of an experiment; without rows where nothing is stored.
 *
 * @param {string} id
 * @returns {Pick<StoredExperiment, "measuredAs" | "rows">}
 */
export function readStored(id) {
  try {
    return JSON.parse(readFileSync(fileOf(id), "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { rows: [] };
    throw error;
  }
}

/**
 * A row counts as stored while what it sets has not changed.
 *
 * @param {string} id
 * @param {ExperimentRow} row
 */
export function isStored(id, row) {
  /** @param {ExperimentRow} row */
  const key = ({ name, configuration, seed }) => JSON.stringify({ name, configuration, seed });
  return readStored(id).rows.some((candidate) => key(candidate) === key(row));
}

/**
 * Stores a row among the others, in the order of the experiment.
 *
 * @param {Experiment} experiment
 * @param {StoredRow} row
 */
export function store(experiment, row) {
  const { id, question } = experiment;
  const { measuredAs, rows: before } = readStored(id);
  const byName = new Map([...before, row].map((each) => [each.name, each]));
  const rows = experiment.rows.flatMap(({ name }) => byName.get(name) ?? []);
  const text = rows.map((each) => `    ${JSON.stringify(each)}`).join(",\n");
  mkdirSync(dirname(fileOf(id)), { recursive: true });
  const half = `${fileOf(id)}.half`;
  const name = measuredAs === undefined ? "" : `\n  "measuredAs": ${JSON.stringify(measuredAs)},`;
  writeFileSync(
    half,
    `{\n  "id": ${JSON.stringify(id)},${name}\n  "question": ${JSON.stringify(question)},\n  "rows": [\n${text}\n  ]\n}\n`,
  );
  renameSync(half, fileOf(id));
}
