import { requireSome } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { divergingRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { frameColors } from "../../charts/figures/frames.js";
import { short } from "../../charts/format.js";
import { drawableSize } from "../../charts/matrix.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { box, cells, wordsAt } from "../explorer/marks.js";
import { choice, computed, slider } from "../explorer/signals.js";
import { edgeColor } from "../explorer/style.js";
import { counting, filter, formula, rowAndColumn } from "../explorer/transforms.js";
import { thresholdData } from "./thresholdRules.js";

/** A scene, a map of it, and where its object is. */
export interface MappedScene {
  readonly name: string;
  /** Square, 0 to 255. */
  readonly image: Matrix;
  /** Square, smaller than the image; its side divides the image's. */
  readonly map: Matrix;
  readonly truth: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
}

/** Side of a picture in CSS pixels, and the distance from one to the next. */
const panel = 512 / 3; // four pixels of the still picture for each of 64
const pitch = panel + 24;
const head = 18;

/** A picture on black with its title above. */
function picture(column: number, title: string, marks: readonly object[], more: object = {}): object {
  return {
    type: "group",
    encode: {
      update: {
        ...box(column * pitch, head, panel, panel),
        fill: { value: "#000000" },
        stroke: { value: edgeColor }, // on a dark page one sees where it ends
      },
    },
    ...more,
    marks: [{ type: "text", style: "guide-label", encode: { update: { text: { signal: title }, y: { value: -6 }, fontSize: { value: 12 } } } }, ...marks],
  }; // biome-ignore format: the title in one line
}

/** Squares of one colour each; the edge closes the hairlines between neighbours. */
const shades = (data: string, fill: object, cell = "pixel", more: object = {}) =>
  cells({ data, cell, at: ["y", "x"] }, { fill, stroke: fill, strokeWidth: { value: 0.5 }, ...more });

/** A box; `edges` is an expression that holds top, left, bottom and right. */
const boxFrame = (from: object, edges: string, stroke: string, name: string) => ({
  type: "rect",
  name,
  interactive: false,
  ...from,
  encode: {
    update: {
      x: { signal: `${edges}.left * pixel` },
      y: { signal: `${edges}.top * pixel` },
      x2: { signal: `${edges}.right * pixel` },
      y2: { signal: `${edges}.bottom * pixel` },
      stroke: { value: stroke },
      strokeWidth: { value: 2 },
    },
  },
});
const boxes = [
  boxFrame({}, "truth", frameColors.truth, "truth"),
  boxFrame({ from: { data: "largest" } }, "datum", frameColors.found, "found"),
];

const scenePicture = picture(
  0,
  "'The scene'",
  [shades("ink", { signal: "rgb(datum.ink, datum.ink, datum.ink)" }), ...boxes],
  {
    data: [
      {
        name: "ink",
        source: "pixels",
        transform: [
          formula("ink", "toNumber('0x' + substring(images[number], 2 * datum.data, 2 * datum.data + 2))"),
          filter("datum.ink > 0"),
        ],
      },
    ],
  },
);

const mapPicture = picture(
  1,
  "'The map, ' + small + ' x ' + small + ', white is 0'",
  [
    shades("places", { signal: "scale('evidence', datum.value)" }, "(pixel * side / small)", {
      tooltip: {
        signal: "'row ' + datum.y + ', column ' + datum.x + ': ' + format(datum.value, '.2f')",
      },
    }),
    ...boxes,
  ],
  {
    data: [
      {
        name: "places",
        transform: [
          counting("small * small - 0.9 + 0.001 * number"),
          ...rowAndColumn("data", "small", ["y", "x"]),
          formula("value", "map[datum.data]"),
        ],
      },
    ],
    scales: [
      { name: "evidence", type: "linear", zero: false, nice: false, domain: { signal: "[-reach, reach]" }, range: divergingRange },
    ],
  },
); // biome-ignore format: the scale in one line

const maskPicture = picture(2, "'Above the threshold, enlarged'", [
  shades("labelled", {
    signal: `datum.label == data('largest')[0].label ? '${frameColors.found}' : '#868e96'`,
  }),
  ...boxes,
]);

/** Two characters a pixel: a list of numbers would take a line each in a notebook. */
const hexOf = (image: Matrix) =>
  image
    .flat()
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");

const number = (expression: string) => `format(${expression}, '.2f')`;
const found = "data('largest')[0]";
const when = (some: string) => `length(data('largest')) > 0 ? ${some} : ''`;

/** Lines below the pictures. */
const words = [
  `scene + ': maximum ' + ${number("data('peak')[0].value")} + ', so the level is ' + ${number("threshold * data('peak')[0].value")} + ': ' + length(data('labelled')) + ' pixels above, in ' + length(data('components')) + (length(data('components')) == 1 ? ' piece' : ' pieces')`,
  when(`'largest piece: ' + ${found}.count + ' pixels, box of ' + (${found}.bottom - ${found}.top) + ' x ' + (${found}.right - ${found}.left) + ' (orange); the true box is ' + (truth.bottom - truth.top) + ' x ' + (truth.right - truth.left) + ' (blue)'`),
  when(`'intersection over union ' + ${number(`${found}.overlap`)} + (${found}.overlap >= 0.5 ? ': localised' : ': missed, 0.5 is asked')`),
]; // biome-ignore format: a line of text each

/**
 * From a map to a box, with the threshold on a slider: the scene with both boxes, the map, what of the enlarged map is above the
 * threshold with its largest piece marked, and the intersection over union. Computed inside the specification: enlarging, pieces
 * that touch at edges or corners, box, overlap. It needs no kernel.
 *
 * @throws {RangeError} if there is no scene, sizes differ, or a map's side, 2 or more, does not divide its scene's
 * @see notebooks/11-class-activation-maps.ipynb
 */
export function thresholdExplorer(scenes: readonly MappedScene[]): Figure {
  const first = requireSome("explore thresholds", "scene", scenes);
  const side = drawableSize(first.image, "explore thresholds").height;
  const small = drawableSize(first.map, "explore thresholds").height;
  for (const { name, image, map } of scenes) {
    const [tall, low] = [image, map].map((each) => drawableSize(each, "explore thresholds"));
    if (tall?.height !== side || tall.width !== side || low?.height !== small || low.width !== small) {
      throw new RangeError(
        `Cannot explore ${name}: scenes are ${side}x${side} with maps of ${small}x${small}. Give squares of one size.`,
      );
    }
  }
  if (side % small !== 0 || small < 2) {
    throw new RangeError(
      `Cannot enlarge maps of ${small}x${small} to ${side}x${side}. Give maps whose side, 2 or more, divides the scene's.`,
    );
  }
  const names = scenes.map(({ name }) => name);
  const spec = {
    width: 3 * pitch - 24,
    height: panel + 72,
    signals: [
      choice("scene", "scene", first.name, names),
      slider("threshold", "threshold, of maximum", 0.2, [0, 0.95, 0.01]),
      computed("number", `indexof(${JSON.stringify(names)}, scene)`),
      { name: "side", value: side },
      { name: "small", value: small },
      { name: "pixel", value: panel / side },
      { name: "images", value: scenes.map(({ image }) => hexOf(image)) },
      { name: "maps", value: scenes.map(({ map }) => map.flat().map((value) => Number(value.toFixed(4)))) },
      { name: "truths", value: scenes.map(({ truth }) => truth) },
      computed("truth", "truths[number]"),
      computed("map", "maps[number]"),
      computed("reach", "max(abs(extent(map)[0]), abs(extent(map)[1]), 1e-9)"), // white is zero
    ],
    data: thresholdData,
    marks: [scenePicture, mapPicture, maskPicture, wordsAt(0, panel + head + 18)],
  };
  const most = Math.max(...first.map.flat());
  return explorerFigure(spec, {
    about: `From a map to a box, with a slider for the threshold, from 0 to 0.95 of the map's maximum, and a choice of the scene: ${names.join(", ")}.`,
    asDrawn:
      `threshold 0.2, ${first.name}. The map of ${small} x ${small} reaches ${short(most)}; above the threshold the largest piece gives the ` +
      `box, beside the true one, rows ${first.truth.top} to ${first.truth.bottom - 1}, columns ${first.truth.left} to ${first.truth.right - 1}.`,
    words,
  });
}
