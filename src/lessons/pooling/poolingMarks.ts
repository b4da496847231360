import { setColors } from "../../charts/color.js";

/** Side of a picture in CSS pixels, the gaps between pictures, and the height of their titles. */
export const panel = 196;
export const [columnGap, rowGap, head] = [34, 36, 18];
const marked = setColors.test;

/** The place of a picture, by column and row. */
export const at = (column: number, row: number) => ({
  x: { value: column * (panel + columnGap) },
  y: { value: head + row * (panel + rowGap) },
});

/** One picture of rectangles with its title above. `cell` is the side of a rectangle in CSS pixels, an expression. */
export function picture(
  title: string,
  place: { x: object; y: object },
  cells: { data: string; y: string; x: string; value: string; cell: string; name: string },
  extra: readonly object[] = [],
): object {
  const { data, y, x, value, cell, name } = cells;
  return {
    type: "group",
    encode: { enter: { ...place, width: { value: panel }, height: { value: panel } } },
    marks: [
      {
        type: "text",
        style: "guide-title",
        encode: { enter: { y: { value: -6 }, fontSize: { value: 12 } }, update: { text: { signal: title } } },
      },
      {
        type: "rect",
        name,
        from: { data },
        encode: {
          update: {
            x: { signal: `datum.${x} * ${cell}` },
            y: { signal: `datum.${y} * ${cell}` },
            width: { signal: cell },
            height: { signal: cell },
            fill: { scale: "ink", field: value },
            stroke: { scale: "ink", field: value },
            strokeWidth: { value: 0.5 },
            tooltip: {
              signal: `'row ' + datum.${y} + ', column ' + datum.${x} + ': ' + format(datum.${value}, '.1~f')`,
            },
          },
        },
      },
      ...extra,
    ],
  };
}

/** The frame of the marked window on a digit. */
export const frame = {
  type: "rect",
  interactive: false,
  encode: {
    update: {
      x: { signal: "spotColumn * stride * pixel" },
      y: { signal: "spotRow * stride * pixel" },
      width: { signal: "size * pixel" },
      height: { signal: "size * pixel" },
      stroke: { value: marked },
      strokeWidth: { value: 2 },
    },
  },
};

/** Frames around the pooled numbers for which `when` holds. */
export const frames = (when: string, width: number) => ({
  type: "rect",
  interactive: false,
  from: { data: "pooled" },
  encode: {
    update: {
      x: { signal: "datum.column * cell + 1" },
      y: { signal: "datum.row * cell + 1" },
      width: { signal: "cell - 2" },
      height: { signal: "cell - 2" },
      stroke: { value: marked },
      strokeWidth: { value: width },
      strokeOpacity: { signal: `${when} ? 1 : 0` },
    },
  },
});

/** What the column of text says, in order; `datum` is one row of sums over all pixels or all places. */
const sentences: readonly (readonly [from: string, text: string])[] = [
  ["placeSums", "'' + side + ' x ' + side + ' = ' + side * side + ' pixels'"],
  ["placeSums", "places + ' x ' + places + ' = ' + datum.count + ' numbers stay'"],
  ["placeSums", "'that is ' + format(datum.count / (side * side), '.1%')"],
  ["placeSums", "unseen == 0 ? 'every pixel is seen' : unseen + ' pixels are seen by no window'"],
  ["placeSums", "''"],
  ["placeSums", "'The window that is marked:'"],
  ["spotted", "keep + ' ' + format(datum.value, '.1~f') + ', after the move ' + format(datum.moved, '.1~f')"],
  ["placeSums", "''"],
  ["placeSums", "'After the move of the digit:'"],
  ["pixelSums", "datum.changed + ' of ' + datum.count + ' pixels change'"],
  ["placeSums", "datum.changed + ' of ' + datum.count + ' numbers change'"],
  ["pixelSums", "'mean change of a pixel ' + format(datum.difference, '.1f') + ' of 255'"],
  ["placeSums", "'mean change of a number ' + format(datum.difference, '.1f') + ' of 255'"],
];

/** The column of text on the right of the pictures. */
export const texts = sentences.map(([data, text], index) => ({
  type: "text",
  style: "guide-label",
  from: { data },
  encode: {
    enter: {
      x: { value: 2 * (panel + columnGap) },
      y: { value: head + 12 + 19 * index },
      fontSize: { value: 12 },
    },
    update: { text: { signal: text } },
  },
}));
