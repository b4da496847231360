import { textWidth } from "../../../charts/drawing/textwidth.js";
import { isRow } from "../layout.js";
import { pagesOf, type Reading } from "../reading.js";
import { type Explored, specification } from "../specification.js";
import type { Stage } from "../stage.js";
import { broken, most, type Tour, wordByWord } from "./tour.js";
import { refusingPage, type TourPage } from "./tourPage.js";
import { stateOf } from "./tourState.js";
import { tourWords } from "./tourWords.js";

/**
 * The tour of an explored network, which starts on its first page.
 *
 * @throws {RangeError} if there is no page, or one names what is not there or is too long
 */
export function plannedTour(
  network: string,
  pages: readonly TourPage[],
  explored: Explored,
  readings: readonly Reading[],
): Pick<Explored, "tour" | "start"> {
  if (pages.length === 0)
    throw new RangeError(`Cannot explore ${network}: its tour has no page. Give it one, or leave it out.`);
  const refusals = pages.map((page, index) => refusingPage(network, page, index));
  const { stages, names, pictures, parameters } = explored;
  const toured = { stages, names, pictures: pictures.names, layers: readings.map(({ layers }) => layers) };
  const each = pages.map((page, index) => {
    const refuse = refusals[index] as ReturnType<typeof refusingPage>;
    if (textWidth(page.title, most.titleSize, "bold") > most.width)
      refuse("has a title wider than the sheet", "Shorten it.");
    const state = stateOf(page, toured, refuse);
    return {
      state,
      words: tourWords(page.text, { stages, parameters }, isRow(stages.at(-1) as Stage), refuse),
    };
  });
  const states = each.map(({ state }) => state);
  const draft = wordByWord(
    pages,
    each.map(({ words }) => words),
    states,
  );
  const said = pagesOf(specification({ ...explored, ...begun(draft, 0) }), draft.titles);
  const lines = each.map(({ words }, index) =>
    broken(words, said[index]?.lines ?? [], refusals[index] as ReturnType<typeof refusingPage>),
  );
  return begun({ ...draft, lines }, said[0]?.channel ?? 0);
}

/** A tour with the controls as its first page has them. */
function begun(tour: Tour, channel: number): Pick<Explored, "tour" | "start"> {
  const [first] = tour.states;
  return { tour, start: { map: 0, back: 0, channel, ...first } };
}
