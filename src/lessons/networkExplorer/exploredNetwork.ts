import { count } from "../../charts/format.js";
import type { LayersModel } from "../../networks/tf.js";
import type { NetworkExplorerOptions } from "./explorerOptions.js";
import { isRow } from "./layout.js";
import { requireSmall } from "./limits.js";
import { picturesOf, requireOwnNames } from "./pictureList.js";
import { type ExploredImage, pictureNumbers } from "./pictures.js";
import { answerOf, movesBy, type Reading, readingsOf } from "./reading.js";
import { readStages } from "./readStages.js";
import { type Explored, specification } from "./specification.js";
import { countOf, type Stage } from "./stage.js";
import type { ExploredNetwork } from "./startFigures.js";
import { plannedTour } from "./tour/plannedTour.js";
import { writtenTour } from "./tour/writtenTour.js";
import { wordLines } from "./words.js";

const firstName = "the given picture";

/** A network as its explorer shows it, in whatever places, and what the explorer says. */
export function exploredNetwork(
  model: LayersModel,
  image: ExploredImage,
  { images = {}, names: given, title, tour }: NetworkExplorerOptions,
): ExploredNetwork {
  const pages = tour === true ? writtenTour(model) : tour;
  requireOwnNames(Object.keys(images), firstName);
  const [picture] = readStages(model).stages;
  const all = Object.entries({ [firstName]: image, ...images });
  const pictures = picturesOf(
    Object.fromEntries(all.map(([name, each]) => [name, pictureNumbers(each, picture)])),
  );
  const { stages, idle } = readStages(model, pictures.black < 0);
  requireSmall(model.name, stages);
  const answer = stages.at(-1) as Stage;
  const names = namesOf(answer, given);
  const theirs = pictures.numbers.map((numbers) => answerOf(model, numbers, picture, answer));
  const map = isRow(answer) ? largest(theirs[0] as number[]) : 0;
  const back = stepsToWindow(stages);
  const over = title ?? `${model.name}, ${count(model.countParams())} weights`;
  const parameters = stages.map(
    ({ name }) => model.layers.find((layer) => layer.name === name)?.countParams() ?? 0,
  );
  const begun = { title: over, note: "", start: { map, back, channel: 0 } };
  const draft: Explored = { stages, parameters, pictures, names, ...begun };
  const readings = readingsOf(specification(draft), pictures.names, stages.length - 1);
  const moves = movesBy(
    readings.map((reading) => reading.answer),
    theirs,
  );
  const note = `weights are rounded to 18 bits: the answers ${moves}`;
  const channel = readings[0]?.channel ?? 0;
  const explored: Explored = { ...draft, note, start: { map, back, channel } };
  const planned = pages === undefined ? {} : plannedTour(model.name, pages, explored, readings);
  const lines = wordLines(stages, isRow(answer));
  return {
    explored: { ...explored, ...planned },
    told: {
      about: aboutOf(model.name, stages, idle, pages?.length),
      asDrawn: drawnAs(answer, names, readings, `${note} of TensorFlow's`),
      words: pages === undefined ? lines : ["tourSaid", ...lines],
    },
  };
}

function namesOf(
  { maps }: Stage,
  names: readonly string[] = Array.from({ length: maps }, (_, at) => String(at)),
) {
  if (names.length === maps) return names;
  throw new RangeError(
    `Cannot explore a network: there are ${names.length} names for ${maps} answers. Give one each.`,
  );
}

const largest = (values: readonly number[]) => values.indexOf(values.reduce((a, b) => Math.max(a, b)));

/** From the answer back to the last layer whose windows have several places: there is most to see. */
function stepsToWindow(stages: readonly Stage[]): number {
  const at = stages.findLastIndex(({ rule, kernel }) => rule === "sum" && kernel[0] * kernel[1] > 1);
  return at < 1 ? 0 : stages.length - 1 - at;
}

/** What the figure is, and what can be done with it. */
function aboutOf(name: string, stages: readonly Stage[], idle: readonly string[], pages = 0): string {
  const layers = stages
    .slice(1)
    .map((stage) => stage.name)
    .join(", ");
  const left = idle.length === 0 ? "" : ` Left out, as it does nothing here: ${idle.join(", ")}.`;
  const tour =
    pages === 0 ? "" : ` A guided tour of ${pages} pages moves the inputs and says what is to be seen.`;
  return (
    `The network ${name} on one sheet, layer by layer: ${layers}. Inputs choose or ` +
    "paint a picture, choose a layer and a number in it, and follow its largest parts back; below are the layer's maps, the " +
    `window of the number and the products behind it.${tour}${left}`
  );
}

/** The largest answers in a sentence. */
function drawnAs(stage: Stage, names: readonly string[], [first]: readonly Reading[], note: string): string {
  const order = (first?.answer ?? []).map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  const said = order.slice(0, 3).map(({ value, at }) => `${names[at]}: ${value.toFixed(3)}`);
  const what = isRow(stage)
    ? `the largest answers are ${said.join(", ")}`
    : `the last layer has ${countOf(stage)} numbers`;
  return `of ${firstName} ${what}. The ${note}.`;
}
