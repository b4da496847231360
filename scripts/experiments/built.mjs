import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @import { Experiment } from "../../dist/lessons/results/experiment.js" */

const folder = fileURLToPath(new URL("../../dist/experiments/", import.meta.url));

/**
 * The built experiments whose id begins so; a lesson's number stands for its name.
 *
 * @param {string} which
 * @returns {Promise<Experiment[]>}
 * @throws {Error} if nothing is built, or there is no lesson of that number
 */
export async function loadExperiments(which) {
  if (!existsSync(folder)) throw new Error("Cannot find the built experiments. Build them: npm run build");
  const wanted = await idStart(which);
  // Beside the experiments lie modules that several of them share; those have no default export.
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      /[\\/].*\.js$/.test(file) &&
      idOf(file).startsWith(wanted) &&
      /^export default/m.test(readFileSync(folder + file, "utf8")),
  );
  return Promise.all(
    files.sort().map(async (file) => (await import(pathToFileURL(folder + file).href)).default),
  );
}

/** @param {string} file */
function idOf(file) {
  return file.replaceAll("\\", "/").replace(/\.js$/, "");
}

/** @param {string} which */
async function idStart(which) {
  if (!/^\d+$/.test(which)) return which;
  const { lessonNumber, lessonOrder } = await import("../../dist/lessons/order.js");
  const lesson = lessonOrder.find((name) => Number(lessonNumber(name)) === Number(which));
  if (lesson === undefined)
    throw new Error(
      `Cannot find lesson ${which}: there are ${lessonOrder.map(lessonNumber).join(", ")}. Name one of them.`,
    );
  return `${lesson}/`;
}
