import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import { ink } from "../../src/charts/color.js";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { filesUnder, read, root } from "../house/files.js";
import { figureFunctions } from "./exported.js";
import { galleries, gallery } from "./galleries.js";
import { hasPicture } from "./themes.js";

const require = createRequire(import.meta.url);
const jpeg = require("jpeg-js") as typeof import("jpeg-js");
const vega = require("vega") as typeof import("vega");
const compilers = {
  "vega-lite": require("vega-lite") as typeof import("vega-lite"),
  "the vega-lite in JupyterLab": require("vega-lite-in-jupyterlab") as typeof import("vega-lite"),
};
const vegaLiteMime = "application/vnd.vegalite.v5+json";
const plotlyMime = "application/vnd.plotly.v1+json";

for (const { name, snapshots, figure: drawn, says } of gallery) {
  const figure = await drawn();

  test(`gallery: ${name} equals its reviewed snapshot (UPDATE_SNAPSHOTS=1 writes it)`, () => {
    const snapshot = `${JSON.stringify(reviewable(figure), null, 1)}\n`;
    const file = join(root, snapshots, `${name}.json`);
    if (process.env.UPDATE_SNAPSHOTS === "1") {
      mkdirSync(join(root, snapshots), { recursive: true });
      writeFileSync(file, snapshot);
    }
    assert.ok(existsSync(file), `no snapshot of ${name}: write it with UPDATE_SNAPSHOTS=1 and look at it`);
    assert.equal(snapshot, readFileSync(file, "utf8"));
  });

  test(`gallery: ${name} says its numbers in text`, () => {
    for (const words of says)
      assert.ok(figure.description.includes(words), `"${words}" in: ${figure.description}`);
    assert.equal(figure[jupyterDisplay]()["text/plain"], figure.description);
  });

  test(`gallery: ${name} has no HTML beside a picture, and no script anywhere`, () => {
    const bundle = figure[jupyterDisplay]();
    const forms = ["text/html", "image/png", "image/jpeg"].filter((form) => form in bundle);
    assert.equal(forms.length, 1, forms.join());
    assert.equal(Object.keys(bundle).at(-1), "text/plain");
    assert.doesNotMatch(JSON.stringify(bundle), /<script|javascript:/i);
  });

  if (!hasPicture(figure)) continue;
  test(`gallery: ${name}'s picture decodes, has the stated size and is not blank`, () => {
    const bundle = figure[jupyterDisplay]();
    const form = "image/png" in bundle ? "image/png" : "image/jpeg";
    const bytes = Buffer.from(bundle[form] as string, "base64");
    const { width, height, data } = form === "image/png" ? PNG.sync.read(bytes) : jpeg.decode(bytes);
    const stated = figure.metadata?.[form] as { width: number; height: number; alt: string };
    const ratio = width / stated.width;
    assert.ok(ratio > 1.4 && ratio < 2.1, `${width} pixels for ${stated.width}`);
    assert.ok(Math.abs(height / stated.height - ratio) < 0.02);
    assert.equal(stated.alt, figure.description);
    const colors = new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4));
    assert.ok(colors.size > 10, `${colors.size} colours`);
  });
}

for (const { name, figure } of gallery) {
  const spec = (await figure())[jupyterDisplay]()[vegaLiteMime];
  if (spec === undefined) continue;
  for (const [library, { compile }] of Object.entries(compilers)) {
    test(`gallery: ${name} compiles under ${library} and runs without a warning`, async () => {
      const warnings: unknown[] = [];
      const logger = loggerInto(warnings);
      const compiled = compile(structuredClone(spec) as Parameters<typeof compile>[0], { logger });
      const view = new vega.View(vega.parse(compiled.spec), { renderer: "none", logger });
      await view.runAsync();
      view.finalize();
      assert.deepEqual(warnings, []);
    });
  }

  test(`gallery: ${name} has titles on its axes and tooltips with numbers`, () => {
    const encodings = allOf(spec, "encoding") as Record<string, { title?: unknown; field?: string }>[];
    const axes = encodings.flatMap(({ x, y }) => [x ?? [], y ?? []].flat());
    assert.ok(axes.length >= 2);
    // A place in pixels has no axis.
    for (const channel of axes) assert.ok("title" in channel || "value" in channel, JSON.stringify(channel));
    const tooltips = allOf(spec, "tooltip").flat() as { type: string; title?: string }[];
    assert.ok(tooltips.some(({ type }) => type === "quantitative"));
    assert.doesNotMatch(JSON.stringify(spec), /"background"|https?:(?!\/\/vega\.github\.io\/schema)/);
  });
}

test("gallery: the interactive plotly figure carries numbers, and lies on any ground", async () => {
  const surface = await gallery.find(({ name }) => name === "surface")?.figure();
  const figure = surface?.[jupyterDisplay]()[plotlyMime] as {
    data: { z: unknown }[];
    layout: { template: { layout: { paper_bgcolor: string; font: { color: string } } } };
  };
  assert.deepEqual(figure.data[0]?.z, [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ]);
  const { paper_bgcolor, font } = figure.layout.template.layout;
  assert.deepEqual([paper_bgcolor, font.color], ["rgba(0,0,0,0)", ink]);
});

/** They give other functions' content a form, and are drawn with those: which. */
const makers: Record<string, string> = {
  vegaLiteFigure: "barChart",
  vegaFigure: "numberMaps",
  plotlyFigure: "kernelSurface",
  jpegFigure: "photoGrid",
  tableFigure: "table",
  card: "verdictCard",
  confusionStill: "confusionExplorer",
};

test("gallery: every function of charts/figures/ and lessons/ that gives a figure is drawn in the gallery beside", () => {
  // lessons/explorer/ holds the words of explorers; they are drawn in those.
  const files = ["src/charts/figures", "src/lessons"]
    .flatMap((folder) => filesUnder(folder, ".ts"))
    .filter((path) => !path.startsWith("src/lessons/explorer/"));
  const functions = files.flatMap((path) => figureFunctions(read(path)).map((name) => ({ path, name })));
  assert.ok(functions.length > 30, `${functions.length} functions were found`);
  const called = (name: string, room: string) =>
    galleries.some((path) => path.startsWith(room) && new RegExp(`\\b${name}\\(`).test(read(path)));
  const missing = functions
    .filter(({ name }) => !(name in makers))
    .map(({ name, path }) => ({
      name,
      room: path.replace("src/charts/figures/", "src/charts/").replace(/^src(.*\/)[^/]*$/, "test$1"),
    }))
    .filter(({ name, room }) => !called(name, room))
    .map(({ name, room }) => `${name} has no example in ${room}gallery.ts`);
  assert.deepEqual(missing, []);
  for (const [maker, chart] of Object.entries(makers)) {
    assert.ok(
      functions.some(({ name }) => name === maker),
      `${maker} is there no longer`,
    );
    assert.ok(called(chart, "test/"), chart);
  }
});

test("figureFunctions(source) finds the exported functions that give a figure", () => {
  const source = `
    export function a(): Figure {}
    export async function b(x: number): Promise<Figure> {}
    function c(): Figure {}
    export function d(): object {}
    export const e = 1;`;
  assert.deepEqual(figureFunctions(source), ["a", "b"]);
});

/** A figure as a person can review it: numbers to six digits, a picture by its size. */
function reviewable(figure: Figure): unknown {
  const bundle = figure[jupyterDisplay]();
  const sizes = (figure.metadata ?? {}) as Record<string, { width: number; height: number }>;
  const pictures = Object.keys(bundle).filter((form) => form.startsWith("image/"));
  const shown = {
    ...bundle,
    ...Object.fromEntries(pictures.map((form) => [form, `${sizes[form]?.width} x ${sizes[form]?.height}`])),
  };
  return JSON.parse(
    JSON.stringify(shown, (_, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value)),
  );
}

function loggerInto(warnings: unknown[]): import("vega").LoggerInterface {
  const collect = (...message: unknown[]) => {
    warnings.push(message);
    return logger;
  };
  const logger = {
    level: () => logger,
    error: collect,
    warn: collect,
    info: () => logger,
    debug: () => logger,
  };
  return logger as unknown as import("vega").LoggerInterface;
}

/** The values of a key, wherever it occurs. */
function allOf(value: unknown, key: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(name === key ? [part] : []),
    ...allOf(part, key),
  ]);
}
