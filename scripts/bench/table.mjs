import { sizeText } from "../console.mjs";
import { median } from "./median.mjs";
import { contestantOf } from "./run.mjs";

/** @import { Measured } from "./run.mjs" */

/**
 * The runs of each contestant, by name.
 *
 * @typedef {{ model: string, batch: number, found: Record<string, Measured[]> }} BenchResult
 * @typedef {Exclude<keyof Measured, "versions" | "share">} Figure
 */

/**
 * Median and, in brackets, the smallest and largest.
 *
 * @param {readonly number[]} values
 * @param {(value: number) => string} text
 */
function spread(values, text) {
  return `${text(median(values))} (${text(Math.min(...values))} to ${text(Math.max(...values))})`;
}

/**
 * A model at one batch size, a row for each contestant. Ratios are taken run by run, then their median.
 *
 * @param {BenchResult} result
 * @param {number} images
 */
export function tableOf({ model, batch, found }, images) {
  const ours = found.convlab;
  const rows = Object.entries(found).map(([name, runs]) => {
    /** @param {Figure} key */
    const of = (key) => runs.map((each) => each[key]);
    /** @param {Figure} key */
    const ratio = (key) =>
      ours && median(runs.map((each, run) => each[key] / (ours[run]?.[key] ?? Number.NaN))).toFixed(2);
    const shares = runs.flatMap(({ share }) => share ?? []);
    return [
      contestantOf(name).title,
      spread(of("seconds"), (value) => value.toFixed(2)),
      Math.round(images / median(of("seconds"))).toLocaleString("en"),
      ratio("seconds") ?? "",
      median(of("processor")).toFixed(2),
      ratio("processor") ?? "",
      shares.length > 0 ? spread(shares, (share) => `${Math.round(100 * share)} %`) : "",
      sizeText(median(of("peak"))),
      spread(of("batches"), (value) => value.toFixed(2)),
      (1000 * median(of("single"))).toFixed(2),
    ];
  });
  const heads = ["epoch, s", "images/s", "times ours", "processor, s", "times ours"].concat(
    "share of the machine's matrix product",
    "peak memory",
    "10,000 read, s",
    "one read, ms",
  );
  const lines = [[`${model}, batch ${batch}`, ...heads], heads.map(() => "---").concat("---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * How near WebAssembly comes to TensorFlow.js's own `fit` on TensorFlow, a sentence for each place where it was measured. The aim is half.
 *
 * @param {BenchResult["found"]} found
 */
export function wasmShares({ wasm = [], chromium = [], tfjs = [] }) {
  /**
   * @param {string} where
   * @param {typeof wasm} runs
   */
  const sentence = (where, runs) => {
    /** @param {"seconds" | "processor"} key */
    const share = (key) => {
      const all = runs.map((run, index) => (tfjs[index]?.[key] ?? Number.NaN) / run[key]);
      return spread(all, (each) => each.toFixed(2));
    };
    return `On WebAssembly ${where}: ${share("seconds")} of the images a second of TensorFlow.js's fit, ${share("processor")} by processor time; the aim is 0.5.`;
  };
  if (tfjs.length === 0) return [];
  return [
    ...(wasm.length > 0 ? [sentence("in Node", wasm)] : []),
    ...(chromium.length > 0 ? [sentence("in Chromium", chromium)] : []),
  ];
}

/**
 * The page of docs/.
 *
 * @param {readonly BenchResult[]} results
 * @param {{ machine: string, command: string, threads: number, runs: number, images: number }} setting
 */
export function page(results, { machine, command, threads, runs, images }) {
  const first = results[0]?.found ?? {};
  const versions = Object.assign({}, ...Object.values(first).map(([run]) => run?.versions));
  const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const tables = results.map((result) => tableOf(result, images)).join("\n\n");
  return `# How long an epoch takes

Written by \`${command} --save\` on ${machine}, ${threads} thread${threads === 1 ? "" : "s"} for all. ${list.join(", ")}.

One epoch on ${images.toLocaleString("en")} MNIST digits with Adam, after five batches to warm up. Medians of ${runs} runs that took turns, the smallest
and largest in brackets; each run is a process of its own. "times ours" is the median of the ratios run by run: above 1 is
slower than \`train\`. "processor" is the time that all threads of the process spent working, and does not grow with what else the
machine does; but threads that wait for each other in a loop, as those of OpenMP, count as working.

"share of the machine's matrix product" says how near the training comes to what the machine can do: its useful floating point operations a
second over those of a product of two 2048x2048 matrices, which turns with it in the same process. Useful are a multiplication
and an addition for each multiply-add of a convolution or dense layer (\`layerTable\` counts them), three times: forward, for the
gradient of the weights, and for that of the inputs, but for the first layer, whose inputs are the image. Pooling, activations, the
optimizer and all that lies between count as nothing and take time, so no training reaches 100 %. Peers whose
products are their own are left out.

Peak memory is that of the whole process when the training ends. Reading goes in batches of 500.

${tables}
`;
}
