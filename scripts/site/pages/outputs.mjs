// What stands below a code cell, as HTML: printed text, tables, pictures, charts.

import { joined } from "../../lessonNotebooks.mjs";
import { ansiHtml } from "./ansi.mjs";
import { chartOf } from "./charts.mjs";
import { attributes, escapeHtml, scroller } from "./html.mjs";

/**
 * @import { Output } from "./lessons.mjs"
 * @import { Assets } from "./assets.mjs"
 *
 * @typedef {object} Page what the outputs of one page add to it
 * @property {Assets} assets
 * @property {string} stem for the names of its pictures: "pooling"
 * @property {object[]} charts the specifications that its figures name by their place in this list
 */

/**
 * @param {readonly Output[]} outputs
 * @param {Page} page
 */
export const outputsHtml = (outputs, page) =>
  merged(outputs)
    .map((output) => outputHtml(output, page))
    .join("\n");

/**
 * Neighbouring pieces of one stream are one text.
 *
 * @param {readonly Output[]} outputs
 */
function merged(outputs) {
  /** @type {Output[]} */
  const all = [];
  for (const output of outputs) {
    const last = all.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name)
      all[all.length - 1] = { ...last, text: joined(last.text) + joined(output.text) };
    else all.push(output);
  }
  return all;
}

/**
 * @param {Output} output
 * @param {Page} page
 */
function outputHtml(output, page) {
  if (output.output_type === "stream") return printed(joined(output.text), output.name ?? "stdout");
  if (output.output_type === "error") return printed(joined(output.traceback?.join("\n")), "stderr");
  const data = output.data ?? {};
  const text = joined(data["text/plain"]);
  if (chartOf(data) !== undefined) return figureHtml(output, page);
  if (data["image/png"] !== undefined || data["image/jpeg"] !== undefined)
    return `<figure class="picture">${pictureHtml(output, page)}</figure>`;
  if (data["text/html"] !== undefined) return htmlOutput(joined(data["text/html"]), text);
  return printed(text, "stdout");
}

/**
 * @param {string} text
 * @param {string} name
 */
const printed = (text, name) =>
  `<pre class="printed ${name}" tabindex="0">${ansiHtml(text.replace(/\n$/, ""))}</pre>`;

/**
 * @param {string} html as our own tables and cards write it
 * @param {string} text
 */
function htmlOutput(html, text) {
  const caption =
    /<caption>(.*?)<\/caption>/.exec(html)?.[1] ?? `Table: ${text.split("\n", 1)[0]?.trim() ?? ""}`;
  if (html.startsWith("<table")) return scroller(caption, html);
  // The notebook's frame fits its narrow column; of it only the colour of the edge is taken over.
  const [frame = "", edge] = /^<div style="(?:border-left: 4px solid (#\w+))?[^"]*">/.exec(html) ?? [];
  const inside = html.slice(frame.length).replace("<progress", '<progress aria-label="progress"');
  const name = edge === undefined ? "trained" : "card";
  return `<div class="${name}"${edge ? ` style="border-color:${edge}"` : ""}>${frame === "" ? `${inside}</div>` : inside}`;
}

/**
 * A chart: its picture, its sentence, and the place of its specification, with which the page's script brings it to life.
 *
 * @param {Output} output
 * @param {Page} page
 */
function figureHtml(output, page) {
  const chart = chartOf(output.data ?? {});
  const text = joined(output.data?.["text/plain"]);
  const { width, height } = sizeOf(output);
  const place = page.charts.push(chart?.content ?? {}) - 1;
  const figure = attributes({ "data-chart": place, "data-kind": chart?.kind, class: `chart ${chart?.kind}` });
  const stage = attributes({ class: "stage", style: width ? `--w:${width}px;--h:${height}px` : undefined });
  const picture = output.data?.["image/png"]
    ? pictureHtml(output, page)
    : `<p class="missing">${escapeHtml(text)}</p>`;
  return (
    `<figure${figure}><div${stage}>${picture}</div>` +
    `<figcaption><details><summary>In words</summary><p>${escapeHtml(text)}</p></details></figcaption></figure>`
  );
}

/** @param {Output} output */
function sizeOf({ metadata }) {
  const png = /** @type {{ width?: number, height?: number, alt?: string }} */ (
    metadata?.["image/png"] ?? metadata?.["image/jpeg"] ?? {}
  );
  return png;
}

/**
 * @param {Output} output
 * @param {Page} page
 */
export function pictureHtml(output, page) {
  const [mime, ending] =
    output.data?.["image/png"] === undefined ? ["image/jpeg", "jpg"] : ["image/png", "png"];
  const bytes = Buffer.from(joined(output.data?.[mime]), "base64");
  const file = page.assets.add(`${page.stem}.${ending}`, bytes);
  const { width, height, alt } = sizeOf(output);
  const values = {
    src: `../assets/${file}`,
    alt: alt ?? joined(output.data?.["text/plain"]),
    width,
    height,
    loading: "lazy",
    decoding: "async",
    style: width ? `--w:${width}px` : undefined,
  };
  return `<img${attributes(values)}>`;
}
