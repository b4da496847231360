// node bench/explorer.mjs [--pictures FOLDER]: how long the network explorer takes in Chromium to follow another picture, a page of
// its tour and another number, for networks of some sizes. Needs a build.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { jupyterDisplay } from "../dist/charts/figure.js";
import { disposeModel, lenet5, loadMnist, mnistCnn, pick } from "../dist/index.js";
import { lenetTour, loadTrained, mnistTour, networkExplorer } from "../dist/lessons/index.js";

const { values } = parseArgs({ options: { pictures: { type: "string" } } });
const root = join(import.meta.dirname, "..");
const { test } = await loadMnist({ trainImages: 0, testImages: 2 });

/** @import { LayersModel } from "../dist/index.js" */
/** @import { TourPage } from "../dist/lessons/index.js" */
/** @typedef {{ vegaEmbed(...given: unknown[]): Promise<{ view: import("vega").View }> }} Embedding */

/** @type {Record<string, () => Promise<readonly [LayersModel, readonly TourPage[]]>>} */
const networks = {
  "mnistCnn, 6 and 12 filters": async () => [await loadTrained("mnist-cnn-small"), mnistTour()],
  "mnistCnn, 8 and 20 filters": async () => [mnistCnn({ filters: [8, 20], hiddenUnits: 48 }), mnistTour()],
  lenet5: async () => [lenet5(), lenetTour()],
  "mnistCnn, 32 and 64 filters": async () => [mnistCnn(), mnistTour()],
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [name, make] of Object.entries(networks)) {
  const [model, tour] = await make();
  const figure = networkExplorer(model, pick(test, [0]), { images: { other: pick(test, [1]) }, tour });
  const spec = figure[jupyterDisplay]()["application/vnd.vega.v5+json"];
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  await page.setContent('<div id="figure"></div>');
  for (const path of [
    "vega/build/vega.min.js",
    "vega-lite/build/vega-lite.min.js",
    "vega-embed/build/vega-embed.min.js",
  ])
    await page.addScriptTag({ path: join(root, "node_modules", path) });
  const times = await page.evaluate(async (given) => {
    const began = performance.now();
    const { view } = await /** @type {Embedding} */ (/** @type {unknown} */ (window)).vegaEmbed(
      "#figure",
      given,
      {
        actions: false,
        renderer: "svg",
      },
    );
    const first = performance.now() - began;
    /** @param {(turn: number) => void} change */
    const median = async (change) => {
      /** @type {number[]} */
      const all = [];
      for (let turn = 0; turn < 7; turn++) {
        const start = performance.now();
        change(turn);
        await view.runAsync();
        all.push(performance.now() - start);
      }
      return all.sort((a, b) => a - b)[3] ?? Number.NaN;
    };
    const picture = await median((/** @type {number} */ turn) =>
      view.signal("picture", turn % 2 ? "the given picture" : "other"),
    );
    await view.signal("layer", view.signal("layerNames")[2]).runAsync();
    const number = await median((/** @type {number} */ turn) => view.signal("column", 2 + turn));
    const titles = view.signal("tourTitles");
    const turned = await median((/** @type {number} */ turn) => view.signal("tour", titles[2 + (turn % 4)]));
    const { width, height } = /** @type {Element} */ (
      document.querySelector("#figure")
    ).getBoundingClientRect();
    return { first, picture, number, turned, width, height };
  }, spec);
  const said = Object.entries(times).map(([what, value]) => `${what} ${Math.round(value)}`);
  console.log(
    `${name}, ${model.countParams()} weights, ${JSON.stringify(spec).length} letters: ${said.join(", ")}`,
  );
  if (values.pictures) await page.screenshot({ path: join(values.pictures, `${name}.png`) });
  await page.close();
  disposeModel(model);
}
await browser.close();
