/** Colours that all explorers give one meaning. Each is legible on a light and a dark theme. */

/** What belongs to the place that is pointed at. */
export const pointed = "#e8762c";

/** What can be pointed at and is not. */
export const resting = "#c8c8c8";

/** What a window takes. */
export const taken = "#74c476";

/** Edges of cells. */
export const edgeColor = "#8a8a8a";

/** What goes wrong: a pixel that no window sees, a point on the wrong side. */
export const alarm = "#f24b4b";
