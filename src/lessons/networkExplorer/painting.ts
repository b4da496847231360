import { draggedFrom, fingersOn } from "../explorer/fingers.js";
import { choice, computed } from "../explorer/signals.js";
import { counting, formula } from "../explorer/transforms.js";
import { mapPlaces, type Parts } from "./forward.js";
import { inks } from "./inks.js";
import type { Grid } from "./layout.js";
import { numberText, read } from "./numberText.js";
import { empty, own, type Pictures } from "./pictureList.js";
import { countOf, type Stage } from "./stage.js";
import { followerOf, onTurn } from "./tour/tourSignals.js";

const dragged = draggedFrom("paper");

/** Where the pointer is on the paper, in cells. */
export const pointer = ({ left, top, cell }: Grid) => ({
  x: `(x() - ${left}) / ${cell} - 0.5`,
  y: `(y() - ${top}) / ${cell} - 0.5`,
});

/** What the pen does where a slider leads it. */
const penned = "shown == 0 && pen != 'up'";

/** The place of the pointer on the paper, for the sliders that are also the pen. */
export const penPlace = (paper: Grid, axis: "x" | "y", length: number) =>
  `clamp(round(${pointer(paper)[axis]}), 0, ${length - 1})`;

/** What moves the sliders while somebody paints. */
export const penEvents = ["@paper:pointerdown", dragged];

/** The controls of painting and what follows: `act` is the last thing done, as in the drawing explorer. */
export function paintingSignals(
  pictures: Pictures,
  stage: Stage,
  paper: Grid,
  start: { readonly picture?: string },
  hasTour = false,
): object[] {
  const inTour = followerOf(hasTour);
  const { names, numbers, black, white } = pictures;
  const { text, unit } = numberText(numbers.flat());
  const letters = 3 * countOf(stage);
  const here = pointer(paper);
  const inked = Object.fromEntries(
    Object.entries(inks).map(([name, shares]) => [
      name,
      shares.map((share) => black + share * (white - black)),
    ]),
  );
  const brushes = stage.maps === 3 ? Object.keys(inks) : ["paints"];
  const brush = `(pen == 'up' ? '${brushes[0]}' : pen)`; // a signal of its own would come too late
  // One by one: of several Vega makes a signal of its own, which comes later than those it moves.
  const moved = ["row", "column"].map((signal) => ({ signal }));
  const from = "isNumber(act.x1) ? act.x1 : column, y0: isNumber(act.y1) ? act.y1 : row";
  // The pointer leads the sliders, and has painted already.
  const elsewhere = "!(round(act.x1) == column && round(act.y1) == row)";
  const led = `${penned} && ${elsewhere} ? {kind: ${brush}, x0: ${from}, x1: column, y1: row} : act`;
  const loads = (name: string) => {
    const index = `indexof(pictureNames, ${name})`;
    return `{kind: 'loads', name: ${name}, image: slice(pictureText, ${letters} * ${index}, ${letters} * (${index} + 1))}`;
  };
  const loaded = `picture == '${own}' ? act : picture == '${empty}' ? {kind: 'clears'} : ${loads("picture")}`;
  // Vega takes the first of several updates at once, and a page moves row and column as well, which would leave the picture.
  const turned = `act.kind == 'loads' && act.name == tourStates[tourLeft].picture ? act : ${loads("tourStates[tourLeft].picture")}`;
  const first = start.picture ?? (names[0] as string);
  const firstAt = letters * names.indexOf(first);
  return [
    { name: "pictureNames", value: names },
    { name: "pictureText", value: text },
    { name: "pictureUnit", value: unit },
    { name: "inks", value: inked },
    inTour(choice("pen", "pen", "up", ["up", ...brushes, "erases"])),
    inTour({
      ...choice("picture", "picture", first, [...names, own, empty]),
      on: [
        { events: "@paper:pointerdown", update: `'${own}'` },
        ...[...moved, { signal: "pen" }].map((events) => ({
          events,
          update: `${penned} ? '${own}' : picture`,
        })),
      ],
    }),
    {
      name: "act",
      value: { kind: "loads", name: first, image: text.slice(firstAt, firstAt + letters) },
      on: [
        {
          events: "@paper:pointerdown",
          update: `{kind: ${brush}, x0: ${here.x}, y0: ${here.y}, x1: ${here.x}, y1: ${here.y}}`,
        },
        { events: dragged, update: `{kind: ${brush}, x0: act.x1, y0: act.y1, x1: ${here.x}, y1: ${here.y}}` },
        {
          events: { signal: "pen" },
          update: `${penned} ? {kind: ${brush}, x0: column, y0: row, x1: column, y1: row} : act`,
        },
        ...moved.map((events) => ({ events, update: led })),
        { events: { signal: "picture" }, update: loaded },
        ...(hasTour ? [onTurn(turned)] : []),
        { events: fingersOn("paper"), update: "act" },
      ],
    },
  ];
}

const along =
  "((datum.column - act.x0) * (act.x1 - act.x0) + (datum.row - act.y0) * (act.y1 - act.y0))" +
  " / max(0.000001, pow(act.x1 - act.x0, 2) + pow(act.y1 - act.y0, 2))";

/** The picture as a table `v0`, channel by channel: a number keeps what it has, and the last act changes it. */
export function pictureParts(stage: Stage, { black, white }: Pictures): Parts {
  const range = white - black;
  const soft = `act.kind == 'erases' ? min(datum.v, ${white} - ${range} * datum.ink) : max(datum.v, ${black} + ${range} * datum.ink)`;
  const hard = `datum.ink < 0.5 ? datum.v : act.kind == 'erases' ? ${black} : inks[act.kind][datum.map]`;
  const radius = 1 + 0.03 * Math.max(stage.rows, stage.columns);
  const table = {
    name: "v0",
    transform: [
      counting(countOf(stage), "index"),
      ...mapPlaces(stage),
      formula("along", `isNumber(act.x0) ? clamp(${along}, 0, 1) : 0`),
      formula(
        "ink",
        `isNumber(act.x0) ? clamp(${radius} - sqrt(pow(datum.column - act.x0 - datum.along * (act.x1 - act.x0), 2)` +
          " + pow(datum.row - act.y0 - datum.along * (act.y1 - act.y0), 2)), 0, 1) : 0",
      ),
      formula(
        "v",
        `act.kind == 'loads' ? ${read("act.image", "datum.index", "pictureUnit")} : act.kind == 'clears' ? ${black} : ${stage.maps === 3 ? hard : soft}`,
      ),
    ],
  };
  return { signals: [computed("A0", "pluck(data('v0'), 'v')")], data: [table] };
}
