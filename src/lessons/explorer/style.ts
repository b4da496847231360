/** What the explorers written in Vega have in common. Text takes its colour from the theme, the rest is legible on both. */

/** What belongs to the place that is pointed at. */
export const pointed = "#e8762c";

/** Edges of cells. */
export const edgeColor = "#8a8a8a";

/** A pixel that no window sees. */
export const alarm = "#c92a2a";

type Place = number | { readonly signal: string };
const placed = (place: Place) => (typeof place === "number" ? { value: place } : place);

/** A line of text; `expression` is Vega's, `more` are further properties of the mark. */
export function text(expression: string, x: Place, y: Place, more: object = {}): object {
  return {
    type: "text",
    style: "guide-label",
    interactive: false,
    encode: {
      update: {
        text: { signal: expression },
        x: placed(x),
        y: placed(y),
        fontSize: { value: 12 },
        ...more,
      },
    },
  };
}

/** A bold line above a part of the picture. */
export function heading(words: string, x: Place, y: Place): object {
  return text(`'${words}'`, x, y, { fontWeight: { value: "bold" }, fontSize: { value: 13 } });
}
