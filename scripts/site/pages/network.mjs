// The network explorer of the start page, from what is stored of its network: no TensorFlow is needed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { joined } from "../../lessonNotebooks.mjs";
import { attributes, escapeHtml } from "./html.mjs";

/**
 * @import { Output } from "./lessons.mjs"
 * @import { Page } from "./outputs.mjs"
 *
 * @typedef {object} Network
 * @property {Output} output the wide form as a cell's output, with its still picture
 * @property {object} wide
 * @property {object} narrow
 * @property {string} description
 * @property {{ network: string, trainImages: number, epochs: number, testAccuracy: number }} card of its weights
 */

const vega = "application/vnd.vega.v5+json";

/**
 * @param {string} root
 * @returns {Promise<Network>}
 */
export async function startNetwork(root) {
  const dist = join(root, "dist");
  /** @param {string} file */
  const built = (file) => import(pathToFileURL(join(dist, file)).href);
  const { startFigures } = await built("lessons/networkExplorer/startFigures.js");
  const { jupyterDisplay } = await built("charts/figure.js");
  /** @param {string} file */
  const stored = (file) => JSON.parse(readFileSync(join(root, "data", file), "utf8"));
  const { wide, narrow } = startFigures(stored("explorers/start.json"));
  const data = wide[jupyterDisplay]();
  return {
    output: { output_type: "display_data", data, metadata: wide.metadata },
    wide: data[vega],
    narrow: narrow[jupyterDisplay]()[vega],
    description: joined(wide.description),
    card: stored("weights/mnist-cnn-small/card.json"),
  };
}

/**
 * @param {Network} network
 * @param {{ src: string, alt: string, width: number | undefined, height: number | undefined }} picture
 * @param {Page} page
 */
export function networkHtml({ wide, narrow, description, card }, picture, page) {
  /** @param {"wide" | "narrow"} form @param {object} spec */
  const asset = (form, spec) => `assets/${page.assets.add(`network-${form}.json`, JSON.stringify(spec))}`;
  const figure = attributes({
    class: "drawing explored",
    "data-wide": asset("wide", wide),
    "data-narrow": asset("narrow", narrow),
  });
  const { src, alt, width, height } = picture;
  const image = attributes({ src, alt, width, height, loading: "lazy", decoding: "async" });
  const digits = card.trainImages.toLocaleString("en-US");
  const right = `${(100 * card.testAccuracy).toFixed(1)}%`;
  return `<figure${figure}>
<section class="tour" aria-label="Guided tour" hidden>
<p class="place"></p>
<h3></h3>
<p class="telling" aria-live="polite"></p>
<div class="turn"><button type="button" data-turn="back">‹ Back</button><button type="button" data-turn="next" class="strong">Next ›</button><button type="button" data-turn="again" hidden>Show again</button><button type="button" data-turn="leave" class="aside">Touch freely</button></div>
</section>
<div class="sheet">
<div class="stage" style="--w:${width}px;--h:${height}px"><img${image}></div>
<p class="said" hidden></p>
</div>
<figcaption><p>The network is <code>${escapeHtml(card.network)}</code>, trained here on ${digits} digits of MNIST for ${card.epochs} epochs; it reads ${right} of the 10,000 test digits. For the page its weights are rounded to 18 bits: how far that moves the answers stands above the sheet. The digits to choose from are test digits.</p>
<details><summary>In words</summary><p>${escapeHtml(description)}</p></details></figcaption>
<noscript><p>The tour and the touching need JavaScript. The picture and its words stand here without.</p></noscript>
</figure>`;
}
