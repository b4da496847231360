import { choice, computed } from "../../explorer/signals.js";
import { free, type Tour } from "./tour.js";

/** The page of the tour, and when it is turned. They stand before all other signals, which follow them. */
export function tourSignals({ titles, heads, states }: Tour, bound: boolean): object[] {
  const { bind, ...page } = choice("tour", "guided tour", titles[0] as string, [...titles, free]);
  const to = (index: string) => `tourTitles[clamp(${index}, 0, ${titles.length - 1})]`;
  return [
    { name: "tourTitles", value: titles },
    { name: "tourHeads", value: heads },
    { name: "tourStates", value: states },
    {
      ...page,
      ...(bound ? { bind } : {}),
      on: [
        { events: "@tourBack:click", update: to("tourAt - 1") },
        { events: "@tourNext:click", update: to("tourAt + 1") },
        { events: "@tourLeave:click", update: `'${free}'` },
        { events: "@tourTake:click", update: to("tourLeft") },
      ],
    },
    computed("tourAt", "indexof(tourTitles, tour)"),
    // Who leaves the tour and comes back finds the page again.
    {
      name: "tourLeft",
      value: 0,
      on: [{ events: { signal: "tourAt" }, update: "tourAt < 0 ? tourLeft : tourAt" }],
    },
    {
      name: "tourTurned",
      value: 0,
      on: [
        { events: { signal: "tourAt" }, update: "tourAt < 0 ? tourTurned : tourTurned + 1" },
        { events: "@tourAgain:click", update: "tourTurned + 1" },
      ],
    },
  ];
}

/** Whether the explorer stands as the page says, and what it says. */
export const onPage = "tourAt >= 0 && !tourMoved";
export const ofPage = "tourStates[tourAt]";

type Follow = <Control extends { readonly name: string }>(control: Control) => Control;

/** Makes a control follow the pages of the tour, if there is one. */
export const followerOf = (hasTour: boolean): Follow => (hasTour ? toured : (control) => control);

/** When a page is turned. Forced: a page may set again what it set before, and the reader has changed since. */
export const onTurn = (update: string) => ({ events: { signal: "tourTurned" }, update, force: true });

/** A control that each page of the tour sets. */
function toured<Control extends { readonly name: string }>(control: Control): Control {
  const { on = [] } = control as { on?: readonly object[] };
  const update = control.name === "pen" ? "'up'" : `tourStates[tourLeft].${control.name}`;
  return { ...control, on: [...on, onTurn(update)] };
}

/** What the page says now, and whether the reader has gone elsewhere. */
export function tourText({ titles, lines }: Tour): object[] {
  const line = (words: readonly string[]) => words.join(` + ' ' + `);
  const pages = lines.map((each) => `[${each.map(line).join(", ")}]`);
  const names = ["picture", "layer", "map", "row", "column", "back"];
  const differs = names.map((name) => `${name} != tourStates[tourAt].${name}`).join(" || ");
  return [
    computed("tourMoved", `tourAt >= 0 && (${differs})`),
    computed("tourLines", `tourAt < 0 ? [] : [${pages.join(", ")}][tourAt]`),
    computed(
      "tourSaid",
      `tourAt < 0 ? '' : 'Page ' + (tourAt + 1) + ' of ${titles.length} of the guided tour: ' + tourHeads[tourAt] + '. ' + join(tourLines, ' ')`,
    ),
  ];
}
