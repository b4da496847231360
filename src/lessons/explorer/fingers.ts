/** Painting with a finger: where a mark is painted on, the page stays where it is; elsewhere a finger scrolls it. */

const types: readonly string[] = ["touchstart", "touchmove"];

/** For a specification in which one paints: without it Vega keeps the page from scrolling wherever a finger is. */
export const fingersScroll = { events: { defaults: { allow: types } } };

/** Events: a finger on the mark of that name. A signal that listens to them keeps the page where it is. */
export const fingersOn = (markname: string) =>
  types.map((type) => ({ source: "view", type, markname, consume: true }));

/** Events: a pointer, of whatever kind, goes on from where it came down on the mark of that name. */
export const draggedFrom = (markname: string) => ({
  source: "view",
  type: "pointermove",
  between: [
    { source: "view", type: "pointerdown", markname },
    { source: "view", type: "pointerup" },
  ],
  filter: "event.buttons > 0", // a button let go outside the figure is never heard of
});
