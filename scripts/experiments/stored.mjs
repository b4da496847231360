import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "../errors.mjs";

/** @import { Experiment, ExperimentRow, StoredExperiment, StoredRow, Verdict } from "../../dist/lessons/results/experiment.js" */

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
export async function store(experiment, row) {
  const decide = await judge();
  const byName = new Map([...readStored(experiment.id).rows, row].map((each) => [each.name, each]));
  const rows = experiment.rows.flatMap(({ name }) => byName.get(name) ?? []);
  write(experiment, rows, decide(experiment, rows));
}

/**
 * What the stored rows say of what an experiment is to decide, after storing it beside them.
 *
 * @param {Experiment} experiment
 */
export async function storeVerdicts(experiment) {
  const decide = await judge();
  const { rows } = readStored(experiment.id);
  const verdicts = decide(experiment, rows);
  if (verdicts.length > 0) write(experiment, rows, verdicts);
  return verdicts;
}

/** Loaded when it is needed: before the first build there is none. Rows are read after it, so that none is lost meanwhile. */
async function judge() {
  return (await import("../../dist/lessons/results/verdicts.js")).verdictsOf;
}

/**
 * @param {Experiment} experiment
 * @param {StoredRow[]} rows
 * @param {Verdict[]} verdicts
 */
function write({ id, question }, rows, verdicts) {
  const { measuredAs } = readStored(id);
  const parts = [`"id": ${JSON.stringify(id)}`];
  if (measuredAs !== undefined) parts.push(`"measuredAs": ${JSON.stringify(measuredAs)}`);
  parts.push(`"question": ${JSON.stringify(question)}`, `"rows": ${linesOf(rows)}`);
  if (verdicts.length > 0) parts.push(`"verdicts": ${linesOf(verdicts)}`);
  const half = `${fileOf(id)}.half`;
  mkdirSync(dirname(half), { recursive: true });
  writeFileSync(half, `{\n  ${parts.join(",\n  ")}\n}\n`);
  renameSync(half, fileOf(id));
}

/**
 * A list of JSON, one entry a line.
 *
 * @param {readonly object[]} entries
 */
function linesOf(entries) {
  return `[\n${entries.map((each) => `    ${JSON.stringify(each)}`).join(",\n")}\n  ]`;
}
