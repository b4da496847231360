import { sequentialRange } from "../../charts/color.js";
import { frameColors } from "../../charts/figures/frames.js";
import { text } from "../explorer/style.js";

/** Side of a picture in CSS pixels, and the distance from one to the next. */
export const panel = 192;
export const pitch = panel + 28;
const head = 18;

/** A picture on black with its title above. */
function picture(column: number, title: string, marks: readonly object[], more: object = {}): object {
  return {
    type: "group",
    encode: {
      update: {
        x: { value: column * pitch },
        y: { value: head },
        width: { value: panel },
        height: { value: panel },
        fill: { value: "#000000" },
      },
    },
    ...more,
    marks: [{ type: "text", style: "guide-label", encode: { update: { text: { signal: title }, y: { value: -6 }, fontSize: { value: 12 } } } }, ...marks],
  }; // biome-ignore format: the title in one line
}

const cells = (data: string, fill: object, edge = "pixel", more: object = {}) => ({
  type: "rect",
  from: { data },
  encode: {
    update: {
      x: { signal: `datum.x * ${edge}` },
      y: { signal: `datum.y * ${edge}` },
      width: { signal: edge },
      height: { signal: edge },
      fill,
      stroke: fill, // closes the hairlines between neighbours
      strokeWidth: { value: 0.5 },
      ...more,
    },
  },
});

/** A box from an expression that holds top, left, bottom and right. */
const frame = (from: object, box: string, stroke: string, name: string) => ({
  type: "rect",
  name,
  interactive: false,
  ...from,
  encode: {
    update: {
      x: { signal: `${box}.left * pixel` },
      y: { signal: `${box}.top * pixel` },
      x2: { signal: `${box}.right * pixel` },
      y2: { signal: `${box}.bottom * pixel` },
      stroke: { value: stroke },
      strokeWidth: { value: 2 },
    },
  },
});
const frames = [
  frame({}, "truth", frameColors.truth, "truth"),
  frame({ from: { data: "largest" } }, "datum", frameColors.found, "found"),
];

export const scenePicture = picture(
  0,
  "'The scene'",
  [cells("ink", { signal: "rgb(datum.ink, datum.ink, datum.ink)" }), ...frames],
  {
    data: [
      {
        name: "ink",
        source: "pixels",
        transform: [
          { type: "formula", as: "ink", expr: "images[number][datum.data]" },
          { type: "filter", expr: "datum.ink > 0" },
        ],
      },
    ],
  },
);

export const mapPicture = picture(
  1,
  "'The map, ' + small + ' x ' + small",
  [
    cells("places", { signal: "scale('evidence', datum.value)" }, "(pixel * side / small)", {
      tooltip: {
        signal: "'row ' + datum.y + ', column ' + datum.x + ': ' + format(datum.value, '.2f')",
      },
    }),
    ...frames,
  ],
  {
    data: [
      {
        name: "places",
        transform: [
          { type: "sequence", start: 0, stop: { signal: "small * small - 0.9 + 0.001 * number" } },
          { type: "formula", as: "y", expr: "floor(datum.data / small)" },
          { type: "formula", as: "x", expr: "datum.data % small" },
          { type: "formula", as: "value", expr: "map[datum.data]" },
        ],
      },
    ],
    scales: [
      { name: "evidence", type: "linear", zero: false, nice: false, domain: { data: "places", field: "value" }, range: sequentialRange },
    ],
  },
); // biome-ignore format: the scale in one line

export const maskPicture = picture(2, "'Above the threshold, enlarged'", [
  cells("labelled", {
    signal: `datum.label == data('largest')[0].label ? '${frameColors.found}' : '#868e96'`,
  }),
  ...frames,
]);

const number = (expression: string) => `format(${expression}, '.2f')`;
const found = "data('largest')[0]";
const when = (some: string) => `length(data('largest')) > 0 ? ${some} : ''`;

/** Lines below the pictures. */
export const texts = [
  `'maximum ' + ${number("data('peak')[0].value")} + ', so the level is ' + ${number("threshold * data('peak')[0].value")} + ': ' + length(data('labelled')) + ' pixels above, in ' + length(data('components')) + (length(data('components')) == 1 ? ' piece' : ' pieces')`,
  when(`'largest piece: ' + ${found}.count + ' pixels, box of ' + (${found}.bottom - ${found}.top) + ' x ' + (${found}.right - ${found}.left) + ' (orange); the true box is ' + (truth.bottom - truth.top) + ' x ' + (truth.right - truth.left) + ' (blue)'`),
  when(`'intersection over union ' + ${number(`${found}.overlap`)} + (${found}.overlap >= 0.5 ? ': localised' : ': missed, 0.5 is asked')`),
].map((line, index) => text(line, 0, panel + head + 18 + 17 * index)); // biome-ignore format: a line of text each
