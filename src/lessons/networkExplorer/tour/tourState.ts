import { isWhole } from "../../../arithmetic/whole.js";
import { isRow } from "../layout.js";
import { countOf, type Stage, seesAll } from "../stage.js";
import type { Refuse, TourPage, TourState } from "./tourPage.js";

/** What a page may name, and the numbers of all layers for each picture. */
export interface Toured {
  readonly stages: readonly Stage[];
  readonly names: readonly string[];
  readonly pictures: readonly string[];
  /** By the picture's place in the list and the layer's, map by map. */
  readonly layers: readonly (readonly (readonly number[])[])[];
}

const known = ["title", "text", "picture", "layer", "map", "class", "row", "column", "back", "channel"];

/**
 * Where the controls stand on a page.
 *
 * @throws {RangeError} if it names what is not there
 */
export function stateOf(page: TourPage, toured: Toured, refuse: Refuse): TourState {
  const { stages, pictures, layers } = toured;
  const unknown = Object.keys(page).find((name) => !known.includes(name));
  if (unknown !== undefined)
    refuse(`has "${unknown}", which pages have not`, `They have ${known.join(", ")}.`);
  const [first = ""] = pictures;
  const { picture = first } = page;
  const pictureAt = pictures.indexOf(picture);
  if (pictureAt < 0)
    refuse(`shows the picture ${picture}, which is not there`, `Choose one of ${pictures.join(", ")}.`);
  const { at, map: named } = placeNamed(page, toured, refuse);
  const stage = stages[at] as Stage;
  const wanted = { map: page.map ?? named, row: page.row, column: page.column };
  const limits = { map: stage.maps, row: stage.rows, column: stage.columns };
  for (const [what, number] of Object.entries(wanted))
    requireWithin(what, number, limits[what as keyof typeof limits], stage, refuse);
  const place = largestPlace(stage, layers[pictureAt]?.[at] ?? [], wanted);
  const back = stepsBack(page.back ?? 0, at, stages, refuse);
  const { channel } = page;
  if (channel !== undefined) requireChannel(channel, at - back, stages, refuse);
  return {
    picture,
    layer: stage.name,
    ...place,
    back,
    ...(channel === undefined ? {} : { channel }),
  };
}

/** The layer that a page names, or the unit of the answer. */
function placeNamed(page: TourPage, { stages, names }: Toured, refuse: Refuse): { at: number; map?: number } {
  const last = stages.length - 1;
  if (page.class !== undefined) {
    if (page.layer !== undefined || page.map !== undefined)
      refuse("names a class, and a layer or map as well", "Leave one of them out.");
    const map = isRow(stages[last] as Stage) ? names.indexOf(page.class) : -1;
    if (map < 0)
      refuse(`shows the class ${page.class}, which is not there`, `Choose one of ${names.join(", ")}.`);
    return { at: last, map };
  }
  const { layer = (stages[last] as Stage).name } = page;
  return { at: layerNamed(layer, stages, refuse) };
}

function layerNamed(name: string, stages: readonly Stage[], refuse: Refuse): number {
  const at = stages.findIndex((stage) => stage.name === name);
  if (at < 0) {
    const known = stages.map((stage) => stage.name).join(", ");
    refuse(`shows the layer ${name}, which is not there`, `Choose one of ${known}.`);
  }
  return at;
}

function requireWithin(
  what: string,
  number: number | undefined,
  limit: number,
  { name }: Stage,
  refuse: Refuse,
): void {
  if (number === undefined || isWhole(number, { from: 0, to: limit - 1 })) return;
  refuse(
    `shows ${what} ${number} of ${name}, which is not there`,
    `Give a whole number from 0 to ${limit - 1}.`,
  );
}

function stepsBack(back: string | number, at: number, stages: readonly Stage[], refuse: Refuse): number {
  const steps = typeof back === "string" ? at - layerNamed(back, stages, refuse) : back;
  if (!isWhole(steps, { from: 0, to: at })) {
    const from = (stages[at] as Stage).name;
    refuse(
      `goes back from ${from} to ${back}`,
      `Give a layer before ${from}, or a whole number of steps from 0 to ${at}.`,
    );
  }
  return steps;
}

function requireChannel(channel: number, at: number, stages: readonly Stage[], refuse: Refuse): void {
  const stage = stages[at] as Stage;
  const channels = at > 0 && seesAll(stage) ? (stages[at - 1] as Stage).maps : 0;
  if (channels === 0)
    refuse(`shows a channel of ${stage.name}, which does not add up channels`, "Leave channel out.");
  if (!isWhole(channel, { from: 0, to: channels - 1 })) {
    refuse(
      `shows channel ${channel} of ${stage.name}, which is not there`,
      `Give a whole number from 0 to ${channels - 1}.`,
    );
  }
}

/** The place of the largest number of a layer, where map, row or column are not given. */
function largestPlace(
  stage: Stage,
  values: readonly number[],
  wanted: {
    readonly map?: number | undefined;
    readonly row?: number | undefined;
    readonly column?: number | undefined;
  },
) {
  const { rows, columns } = stage;
  let best = { map: 0, row: 0, column: 0, value: Number.NEGATIVE_INFINITY };
  for (let index = 0; index < countOf(stage); index++) {
    const map = Math.floor(index / (rows * columns));
    const row = Math.floor((index % (rows * columns)) / columns);
    const column = index % columns;
    const fits =
      map === (wanted.map ?? map) && row === (wanted.row ?? row) && column === (wanted.column ?? column);
    const value = values[index] ?? 0;
    if (fits && value > best.value) best = { map, row, column, value };
  }
  return { map: best.map, row: best.row, column: best.column };
}
