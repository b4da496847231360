import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { encodePng } from "../../src/charts/drawing/png.js";
import { makeFigure } from "../../src/charts/figure.js";
import { filesUnder, read, root } from "../house/files.js";
import { difference } from "./comparePictures.js";
import { gallery } from "./galleries.js";
import { decodeSmall, encodeSmall, onBothGrounds, smallPicture } from "./smallPicture.js";
import { darkTheme, ground, hasPicture, hasSpecification, pictureOf, seenIn } from "./themes.js";

for (const { name, snapshots, figure, approximate } of gallery) {
  const drawn = await figure();
  if (!hasPicture(drawn)) continue;
  const kept = {
    light: () => smallPicture(seenIn("light", drawn), ground.light),
    dark: () => smallPicture(seenIn("dark", drawn), ground.dark),
    // Where JupyterLab draws a specification, the picture is for others: on light and on dark pages.
    ...(hasSpecification(drawn) ? { still: () => onBothGrounds(pictureOf(drawn)) } : {}),
  };
  for (const [look, draw] of Object.entries(kept)) {
    test(`pictures: ${name} looks as reviewed, ${look}`, async (t) => {
      const path = `${snapshots}/${name}.${look}.png`;
      const beside = `${snapshots}/${name}.${look}.new.png`;
      const [file, renewed] = [join(root, path), join(root, beside)];
      const picture = draw();
      const differs = existsSync(file)
        ? difference(decodeSmall(readFileSync(file)), picture, approximate)
        : "there is none";
      rmSync(renewed, { force: true });
      if (differs === undefined) return;
      if (process.env.UPDATE_SNAPSHOTS === "1") {
        writeFileSync(file, encodeSmall(picture));
        await t.test(`pictures: LOOK AT ${path}, drawn anew`, () => {});
        return;
      }
      writeFileSync(renewed, encodeSmall(picture));
      assert.fail(
        `${path}: ${differs}. What is drawn now lies beside it: ${beside}. Look at both; UPDATE_SNAPSHOTS=1 keeps the new one.`,
      );
    });
  }
}

test("pictures: snapshots/ holds what the galleries show and nothing else", () => {
  const expected = gallery.map(({ snapshots, name }) => `${snapshots}/${name}`);
  const strays = filesUnder("test", "")
    .filter((path) => path.includes("/snapshots/") && !path.endsWith(".new.png"))
    .filter((path) => !expected.includes(path.replace(/\.json$|\.(?:light|dark|still)\.png$/, "")));
  assert.deepEqual(strays, []);
  assert.equal(new Set(gallery.map(({ name }) => name)).size, gallery.length, "names are given once");
});

test("pictures: the dark theme is that of the vega-embed in JupyterLab, on JupyterLab's dark ground", () => {
  const lab = ".venv/share/jupyter/lab";
  const theme = JSON.stringify(darkTheme)
    .replace(/"(\w+)":/g, "$1:")
    .replace(/"(?:#fff|#888)"/g, "\\w+") // named in the minified text
    .replace(/[{}]/g, "\\$&");
  const scripts = filesUnder(`${lab}/static`, ".js").map(read);
  assert.equal(scripts.filter((script) => new RegExp(`=${theme}`).test(script)).length, 1, theme);
  for (const name of ["light", "dark"] as const) {
    const css = read(`${lab}/themes/@jupyterlab/theme-${name}-extension/index.css`);
    const color = /--jp-layout-color0:\s*(#?\w+)/.exec(css)?.[1];
    assert.equal(color, name === "light" ? "white" : "#111");
  }
});

test("seenIn(theme, figure) and smallPicture(seen, ground) lay what is transparent on the ground", () => {
  // A clear pixel, one half covered with red, a blue one, each twice as wide as in CSS.
  const pixels = Uint8Array.from(
    [0, 0, 0, 0, 255, 0, 0, 128, 0, 0, 255, 255].flatMap((_, at, all) => {
      const pixel = 4 * Math.floor(at / 4);
      return at % 4 === 0 ? [...all.slice(pixel, pixel + 4), ...all.slice(pixel, pixel + 4)] : [];
    }),
  );
  const png = encodePng({ width: 6, height: 1, channels: 4, pixels });
  const figure = makeFigure("three", {}, () => ({ png, width: 3, height: 0.5 }));
  const { width, height, rgb } = smallPicture(seenIn("dark", figure), ground.dark);
  assert.deepEqual([width, height], [15, 13]);
  assert.deepEqual(
    [...rgb.subarray(3 * (6 * 15 + 5), 3 * (6 * 15 + 10))],
    [...[16, 16, 16], ...[16, 16, 16], ...[140, 8, 8], ...[0, 0, 255], ...[16, 16, 16]],
  );
});

test("difference(kept, drawn) says where and how, and lets only approximate pictures off", () => {
  const picture = (...rgb: number[]) => ({ width: 2, height: 1, rgb: Uint8Array.from(rgb) });
  const kept = picture(255, 255, 255, 0, 0, 0);
  assert.equal(difference(kept, picture(255, 255, 255, 0, 0, 0)), undefined);
  const other = picture(255, 255, 255, 0, 25, 0);
  assert.equal(difference(kept, other, true), undefined);
  assert.equal(
    difference(kept, other),
    "1 of 2 pixels differ, in columns 1 to 1 and rows 0 to 0, most in column 1, row 0: #001900 instead of #000000",
  );
  assert.match(difference(kept, picture(255, 255, 255, 0, 99, 0), true) ?? "", /1 of 2/);
  assert.match(
    difference(kept, { ...kept, width: 1, height: 2 }) ?? "",
    /1 x 2 pixels, the reviewed one 2 x 1/,
  );
});
