import { text } from "../explorer/marks.js";
import { edgeColor, pointed, taken } from "../explorer/style.js";
import { counting, filter, formula } from "../explorer/transforms.js";
import { large, panelHead, tile } from "./matrixLayout.js";
import { pictureMark, sheetFormulas } from "./pictureMarks.js";
import type { PictureSize } from "./sheets.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** A probability as it stands below a small picture. */
export const share = (of: string, digits = 1) =>
  `(${of} < 0 ? 'not given' : ${of} > 0 && ${of} < 0.0005 ? '<0.1%' : ${of} < 1 && ${of} > 0.9995 ? '>99.9%' : format(${of}, '.${digits}%'))`;

/**
 * The pictures of the page that is open. A line of `pictures` holds the image's number, the probability of the answer and that of
 * the true class.
 */
export const panelData = [
  {
    name: "tiles",
    transform: [
      counting(tile.page, "place"),
      formula("index", "first + datum.place"),
      filter("datum.index < kept"),
      formula("parts", "split(pictures[start + datum.index], ' ')"),
      formula("image", "toNumber(datum.parts[0])"),
      formula("answerShare", "toNumber(datum.parts[1])"),
      formula("trueShare", "toNumber(datum.parts[2])"),
      ...sheetFormulas("start + datum.index", "length(pictures)"),
      formula("chosen", "datum.index == looked"),
    ],
  },
  { name: "looks", source: "tiles", transform: [filter("datum.chosen")] },
];

const x = `panelLeft + ${tile.pitchX} * (datum.place % across)`;
const y = `panelTop + ${panelHead} + ${tile.pitchY} * floor(datum.place / across)`;

const caption = (words: string, down: number, more: object = {}) => ({
  ...text(words, 0, 0, {
    x: signal(`${x} + ${tile.side / 2}`),
    y: signal(`${y} + ${tile.side + down}`),
    align: value("center"),
    fontSize: value(10),
    fontWeight: signal("datum.chosen ? 'bold' : 'normal'"),
    ...more,
  }),
  from: { data: "tiles" },
});

/** The pictures behind the open square, and one of them large. */
export function panelMarks(size: PictureSize): object[] {
  const title = { fontWeight: value("bold"), fontSize: value(13), limit: value(230) };
  const small = { fontSize: value(11), limit: value(230) };
  return [
    text(
      "right ? actual + ', answered right' : actual + ' taken for ' + answered",
      signal("panelLeft"),
      signal("panelTop + 10"),
      title,
    ),
    text("shownOf", signal("panelLeft"), signal("panelTop + 26"), small),
    text(
      "kept == 0 ? '' : right ? 'below: probability of the answer' : 'below: probability of the answer, of the truth'",
      signal("panelLeft"),
      signal("panelTop + 42"),
      { ...small, fontSize: value(10) },
    ),
    pictureMark("tiles", { x: signal(x), y: signal(y) }, tile.side, size),
    {
      type: "rect",
      name: "tile",
      from: { data: "tiles" },
      encode: {
        update: {
          ...{ x: signal(`${x} - 1`), y: signal(`${y} - 1`) },
          ...{ width: value(tile.side + 2), height: value(tile.side + 2) },
          fill: value("transparent"),
          stroke: signal(`datum.chosen ? '${pointed}' : '${edgeColor}'`),
          strokeWidth: signal("datum.chosen ? 3 : 0.5"),
          cursor: value("pointer"),
          tooltip: signal(
            `'image ' + datum.image + ': ' + answered + ' ' + ${share("datum.answerShare", 2)} + (right ? '' : ', ' + actual + ' ' + ${share("datum.trueShare", 2)})`,
          ),
        },
      },
    },
    caption(share("datum.answerShare"), 11),
    caption(`right ? '' : ${share("datum.trueShare")}`, 22, { opacity: value(0.8) }),
    pictureMark("looks", { x: value(0), y: signal("largeTop") }, large.side, size),
    ...[0, 1].flatMap(bar),
  ];
}

/** Beside the large picture: how probable the answer is, and how the true class. */
function bar(which: number): object[] {
  const [words, field, color] =
    which === 0
      ? ["'answered: ' + answered", "datum.answerShare", pointed]
      : ["'true: ' + actual", "datum.trueShare", taken];
  const top = `largeTop + ${6 + 44 * which}`;
  const left = large.side + 16;
  const seen = which === 0 ? "1" : "right ? 0 : 1";
  const box = (width: string, look: object) => ({
    type: "rect",
    interactive: false,
    from: { data: "looks" },
    encode: {
      update: {
        ...{ x: value(left), y: signal(`${top} + 14`), width: signal(width), height: value(12) },
        opacity: signal(seen),
        ...look,
      },
    },
  });
  const line = (expression: string, at: number, more: object) => ({
    ...text(expression, at, 0, { y: signal(`${top} + 9`), opacity: signal(seen), ...more }),
    from: { data: "looks" },
  });
  return [
    line(words as string, left, { limit: value(140) }),
    line(share(field as string, 2), left + 200, { align: value("right") }),
    box("200", { fill: value("transparent"), stroke: value(edgeColor), strokeWidth: value(0.5) }),
    box(`200 * max(0, ${field})`, { fill: value(color) }),
  ];
}
