import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { PNG } from "pngjs";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { gallery } from "./gallery.js";

const require = createRequire(import.meta.url);
const jpeg = require("jpeg-js") as typeof import("jpeg-js");
const vega = require("vega") as typeof import("vega");
const compilers = {
  "vega-lite": require("vega-lite") as typeof import("vega-lite"),
  "the vega-lite in JupyterLab": require("vega-lite-in-jupyterlab") as typeof import("vega-lite"),
};
const vegaLiteMime = "application/vnd.vegalite.v5+json";
const plotlyMime = "application/vnd.plotly.v1+json";

for (const { name, draw, says } of gallery) {
  test(`gallery: ${name} equals its reviewed snapshot (UPDATE_SNAPSHOTS=1 writes it)`, () => {
    const figure = draw();
    const snapshot = `${JSON.stringify(reviewable(figure), null, 1)}\n`;
    const file = new URL(`./snapshots/${name}.json`, import.meta.url);
    if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(file, snapshot);
    assert.ok(existsSync(file), `no snapshot of ${name}: write it with UPDATE_SNAPSHOTS=1 and look at it`);
    assert.equal(snapshot, readFileSync(file, "utf8"));
  });

  test(`gallery: ${name} says its numbers in text`, () => {
    const figure = draw();
    for (const words of says)
      assert.ok(figure.description.includes(words), `"${words}" in: ${figure.description}`);
    assert.equal(figure[jupyterDisplay]()["text/plain"], figure.description);
  });

  test(`gallery: ${name} has no HTML beside a picture, and no script anywhere`, () => {
    const bundle = draw()[jupyterDisplay]();
    const forms = ["text/html", "image/png", "image/jpeg"].filter((form) => form in bundle);
    assert.equal(forms.length, 1, forms.join());
    assert.equal(Object.keys(bundle).at(-1), "text/plain");
    assert.doesNotMatch(JSON.stringify(bundle), /<script|javascript:/i);
  });

  test(`gallery: ${name}'s picture decodes, has the stated size and is not blank`, (t) => {
    const figure = draw();
    const bundle = figure[jupyterDisplay]();
    const form = ["image/png", "image/jpeg"].find((each) => each in bundle);
    if (form === undefined) return t.skip("a table");
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

for (const { name, draw } of gallery) {
  const spec = draw()[jupyterDisplay]()[vegaLiteMime];
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

test("gallery: the interactive plotly figure carries numbers and a white card", () => {
  const surface = gallery.find(({ name }) => name === "surface");
  const figure = surface?.draw()[jupyterDisplay]()[plotlyMime] as {
    data: { z: unknown }[];
    layout: { paper_bgcolor: string };
  };
  assert.deepEqual(figure.data[0]?.z, [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ]);
  assert.equal(figure.layout.paper_bgcolor, "#ffffff");
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
