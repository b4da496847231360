import assert from "node:assert/strict";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { camExplorer } from "../../../src/lessons/backbones-on-photographs/camExplorer.js";
import { sunset } from "../../charts/sunset.js";
import { driven, itemsOf, textsOf } from "../explorer/vegaExplorer.js";

const classes = [
  { name: "sun", bias: 0.5, map: [[0, 8], [-2, 2]] },
  { name: "sea", bias: -1, map: [[1, 1], [4, 0]] },
  { name: "night", bias: 3, map: [[-1, -2], [-3, -2]] },
]; // biome-ignore format: matrices
const explorer = () => camExplorer(sunset(16), classes);

/** Worked by hand: mean, logit, maximum and how many squares reach a threshold. */
const cases = [
  { signals: {}, mean: "2.00 + 0.50", logit: "2.50", most: "8.00", above: 1 },
  { signals: { threshold: 25 }, mean: "2.00 + 0.50", logit: "2.50", most: "8.00", above: 2 },
  { signals: { chosen: "sea" }, mean: "1.50 - 1.00", logit: "0.50", most: "4.00", above: 1 },
  { signals: { chosen: "sea", threshold: 20 }, mean: "1.50 - 1.00", logit: "0.50", most: "4.00", above: 3 },
  { signals: { chosen: "sun", threshold: 0 }, mean: "2.00 + 0.50", logit: "2.50", most: "8.00", above: 2 },
  // A map without a positive value has nothing above any threshold.
  {
    signals: { chosen: "night", threshold: 0 },
    mean: "-2.00 + 3.00",
    logit: "1.00",
    most: "-1.00",
    above: 0,
  },
];

for (const { signals, mean, logit, most, above } of cases) {
  test(`camExplorer() says the numbers of ${JSON.stringify(signals)}`, async () => {
    const texts = await driven(explorer(), signals, textsOf);
    const said = texts.map((text) => text.replaceAll("−", "-"));
    for (const line of [
      `mean ${mean} = logit ${logit}`,
      `maximum ${most}`,
      `${above} of 4 squares reach the threshold`,
    ]) {
      assert.ok(said.includes(line), `"${line}" is not in ${said.join(" | ")}`);
    }
  });
}

test("camExplorer() frames what reaches the threshold, and covers as much as the slider says", async () => {
  const { frames, opacities } = await driven(explorer(), { threshold: 25, cover: 40 }, (view) => {
    const items = (name: string) =>
      itemsOf(view, (mark) => mark.name === name) as unknown as Record<string, number>[];
    return {
      frames: items("frame").map(({ strokeWidth }) => strokeWidth),
      opacities: items("cell").map(({ fillOpacity }) => Number(fillOpacity?.toFixed(4))),
    };
  });
  assert.deepEqual(frames, [0, 1.5, 0, 1.5]);
  const opacity = (share: number) => Number((0.4 * (0.15 + 0.85 * share)).toFixed(4));
  assert.deepEqual(opacities, [opacity(0), opacity(1), opacity(0), opacity(0.25)]);
});

test("camExplorer() carries the photograph itself, and a still picture for pages without Vega", () => {
  const bundle = explorer()[jupyterDisplay]();
  assert.match(JSON.stringify(bundle["application/vnd.vega.v5+json"]), /data:image\/jpeg;base64,\/9j\//);
  assert.match(String(bundle["image/jpeg"]), /^\/9j\//);
});

test("camExplorer() refuses no class, one name twice, odd maps and oblong photographs", () => {
  const [sun] = classes as [(typeof classes)[0]];
  assert.throws(() => camExplorer(sunset(16), []), /^RangeError: Cannot explore maps: there is no class/);
  assert.throws(() => camExplorer(sunset(16), [sun, sun]), /two share a name/);
  assert.throws(
    () => camExplorer(sunset(16), [sun, { name: "odd", bias: 0, map: [[1]] }]),
    /^RangeError: Cannot/,
  );
  const oblong = { ...sunset(16), height: 8, pixels: sunset(16).pixels.slice(0, 3 * 8 * 16) };
  assert.throws(() => camExplorer(oblong, classes), /over 8 x 16 pixels/);
});
