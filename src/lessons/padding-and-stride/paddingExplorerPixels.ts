import { alarm, edgeColor } from "../explorer/style.js";

/** How the padding explorer colours its pixels. */

/** Colour of a pixel by how often it is used; white for never, nothing for padding. */
export const shade = (most: string) => [
  { test: "!datum.real", value: "transparent" },
  { test: "datum.uses == 0", value: "#ffffff" },
  { signal: `scale('uses', datum.uses / ${most})` },
];
/** Ink that can be read on that colour. */
export const ink = (most: string) => [
  { test: "!datum.real", value: edgeColor },
  { test: "datum.unseen", value: alarm },
  { test: `datum.uses > 0.6 * ${most}`, value: "#ffffff" },
  { value: "#222222" },
];

/** What a pixel says when it is pointed at. */
export const tooltip = (place: string) =>
  `datum.real ? {${place}, 'used': datum.uses + (datum.uses == 1 ? ' time' : ' times')} : {'padding': 'a zero, no pixel'}`;
