import { fingersScroll } from "../explorer/fingers.js";
import { heading, text, wordsAt } from "../explorer/marks.js";
import { computed } from "../explorer/signals.js";
import { counting, rowAndColumn } from "../explorer/transforms.js";
import { answerMarks, answerParts } from "./answerBars.js";
import { type Parts, stageParts } from "./forward.js";
import { detailGrids, type Grid, isRow, sheetGrids } from "./layout.js";
import { mapPanelMarks, mapPanelParts } from "./mapPanel.js";
import { lettersSignal } from "./numberText.js";
import { paintingSignals, pictureParts } from "./painting.js";
import { partListMarks, partListParts } from "./partList.js";
import type { Pictures } from "./pictureList.js";
import { type Places, wide } from "./places.js";
import { byStage, type Start, selectionSignals } from "./selection.js";
import { sheetMarks, sheetParts } from "./sheetMarks.js";
import type { Stage } from "./stage.js";
import { colorTiles, nearTiles, tileParts } from "./tiles.js";
import type { Tour } from "./tour/tour.js";
import { tourMarks } from "./tour/tourMarks.js";
import { tourSignals, tourText } from "./tour/tourSignals.js";
import { trailParts } from "./trail.js";
import { windowMarks, windowScales } from "./windowPanels.js";
import { windowParts } from "./windowParts.js";

/** What is explored, and where the controls stand at first. */
export interface Explored {
  readonly stages: readonly Stage[];
  /** How many parameters each has in the network. */
  readonly parameters: readonly number[];
  readonly pictures: Pictures;
  readonly names: readonly string[];
  readonly title: string;
  /** A note beside the title. */
  readonly note: string;
  readonly start: Start & { readonly picture?: string };
  readonly tour?: Tour;
}

/** The whole explorer as a specification of Vega, without its words. */
export function specification(explored: Explored, places: Places = wide) {
  const { stages, pictures, names, title, note, start, tour } = explored;
  const { width, height } = places;
  const hasTour = tour !== undefined;
  const last = stages.length - 1;
  const [picture, answer] = [stages[0] as Stage, stages[last] as Stage];
  const [near, large] = [sheetGrids(stages, places), detailGrids(stages, places)];
  const [sheetPicture, paper] = [near[0] as Grid, large[0] as Grid];
  const { black, white } = pictures;
  const bars = isRow(answer);
  const parts: readonly Parts[] = [
    pictureParts(picture, pictures),
    ...stages.slice(1).map((stage, index) => stageParts(stage, stages[index] as Stage, index + 1)),
    trailParts(stages),
    windowParts(stages),
    partListParts(stages),
    tileParts(stages, near, large, pictures),
    mapPanelParts(large),
    ...(bars ? [answerParts(answer, last, names)] : []),
    sheetParts(stages, near, places),
  ];
  const pixels = [
    counting(picture.rows * picture.columns, "index"),
    ...rowAndColumn("index", picture.columns),
  ];
  const colored = picture.maps === 3;
  const [small = [], enlarged = []] = colored
    ? colorTiles([sheetPicture, paper], pictures).map((tile) => [tile])
    : [];
  return {
    width,
    height,
    autosize: "none", // letters that stick out move nothing
    config: fingersScroll, // but on the paper
    signals: [
      lettersSignal,
      ...(hasTour ? tourSignals(tour, places.tourTop !== undefined) : []),
      ...selectionSignals(stages, paper, start, hasTour),
      ...paintingSignals(pictures, picture, paper, start, hasTour), // behind what moves them: else Vega would order the network anew, by every path
      { name: "white", value: white },
      { name: "black", value: black },
      { name: "whats", value: stages.map(({ what }) => what) },
      ...parts.flatMap(({ signals }) => signals),
      ...(hasTour ? tourText(tour) : []),
      computed(
        "shownTop",
        byStage(stages, "shown", (at) => `top${at}`),
      ),
    ],
    data: [...parts.flatMap(({ data }) => data), ...(colored ? [{ name: "pixels", transform: pixels }] : [])],
    scales: windowScales(black, white),
    marks: [
      heading(title.replaceAll("\\", "\\\\").replaceAll("'", "\\'"), 0, 11),
      text(JSON.stringify(note), places.note.x, places.note.y, {
        align: { value: places.note.align },
        fontSize: { value: 10 },
      }),
      ...near.flatMap((grid, at) => nearTiles(stages[at] as Stage, at, grid)),
      ...small,
      ...(bars ? answerMarks(answer, last, places) : []),
      ...sheetMarks(stages, near, places),
      ...mapPanelMarks(enlarged, places),
      windowMarks(places),
      ...partListMarks(places),
      ...wordMarks(places, tour),
    ],
  };
}

/** What is said, and above it the buttons of the tour. */
function wordMarks({ width, wordsTop, tourTop }: Places, tour: Tour | undefined): object[] {
  if (wordsTop === undefined) return [];
  return tour === undefined || tourTop === undefined
    ? [wordsAt(0, wordsTop, 15)]
    : tourMarks(tour, width, tourTop, wordsTop);
}
