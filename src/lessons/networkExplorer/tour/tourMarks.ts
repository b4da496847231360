import { text, wordsAt } from "../../explorer/marks.js";
import { pointed } from "../../explorer/style.js";
import type { Tour } from "./tour.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** Height of a button: room for a finger. */
export const buttonHeight = 32;

interface Button {
  readonly name: string;
  readonly label: string;
  readonly left: number;
  readonly width: number;
  /** When it is there, and when it does something. */
  readonly shown: string;
  readonly active?: string;
  readonly strong?: boolean;
}

function button({ name, label, left, width, shown, active = "true", strong }: Button, top: number): object[] {
  const opacity = `${shown} ? ${active} ? 1 : 0.4 : 0`;
  return [
    {
      type: "rect",
      name,
      aria: false,
      encode: {
        update: {
          x: value(left),
          y: value(top),
          // What is out of sight cannot be hit.
          width: signal(`${shown} ? ${width} : 0`),
          height: value(buttonHeight),
          cornerRadius: value(6),
          fill: value(strong ? pointed : "#8a8a8a"),
          fillOpacity: value(strong ? 0.3 : 0.18),
          stroke: value(strong ? pointed : "#8a8a8a"),
          opacity: signal(opacity),
          cursor: signal(`${active} ? 'pointer' : 'default'`),
        },
      },
    },
    text(JSON.stringify(label), left + width / 2, top + buttonHeight / 2, {
      align: value("center"),
      baseline: value("middle"),
      fontSize: value(13),
      opacity: signal(opacity),
    }),
  ];
}

/** Buttons to turn the pages, and the page's title and text where else the words stand. */
export function tourMarks({ titles }: Tour, width: number, top: number, wordsTop: number): object[] {
  const on = "tourAt >= 0";
  const buttons: readonly Button[] = [
    { name: "tourBack", label: "‹ Back", left: 0, width: 76, shown: on, active: "tourAt > 0" },
    {
      name: "tourNext",
      label: "Next ›",
      left: 84,
      width: 76,
      shown: on,
      active: `tourAt < ${titles.length - 1}`,
      strong: true,
    },
    { name: "tourAgain", label: "Show again", left: width - 228, width: 104, shown: "tourMoved" },
    { name: "tourLeave", label: "Touch freely", left: width - 116, width: 116, shown: on },
    { name: "tourTake", label: "Take the tour", left: 0, width: 160, shown: "tourAt < 0", strong: true },
  ];
  const { encode, ...words } = wordsAt(0, wordsTop, 15) as { encode: { update: object } };
  const said = {
    text: signal("tourAt < 0 ? slice(words, 1) : tourLines"),
    y: signal(`tourAt < 0 ? ${wordsTop} : ${wordsTop + 17}`),
  };
  return [
    ...buttons.flatMap((each) => button(each, top)),
    text(`tourAt < 0 ? '' : 'page ' + (tourAt + 1) + ' of ${titles.length}'`, 172, top + buttonHeight / 2, {
      baseline: value("middle"),
    }),
    text("tourAt < 0 ? '' : tourHeads[tourAt]", 0, wordsTop, {
      fontWeight: value("bold"),
      fontSize: value(13),
    }),
    { ...words, encode: { update: { ...encode.update, ...said } } },
  ];
}
