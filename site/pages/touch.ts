import type { Result } from "vega-embed";

// Vega knows what lies under the pointer from the last move. A finger comes down without one, and after it has gone Vega has
// forgotten where it was when the click follows. So each press is preceded by a move to its place.

/** Makes a drawn chart answer to fingers: taps count, and where one paints the page stays where it is. */
export function serveTouch(place: HTMLElement, view: Result["view"], spec: object): void {
  const canvas = place.querySelector("canvas");
  if (!canvas) return;
  const moveTo = ({ target, clientX, clientY }: MouseEvent) => {
    if (target !== canvas) return;
    canvas.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, buttons: 0, bubbles: true }));
  };
  for (const press of ["pointerdown", "mousedown", "click"] as const)
    place.addEventListener(press, moveTo, { capture: true });
  const painted = paintedMarks(spec);
  if (painted.size === 0) return;
  view.addEventListener("touchstart", (event, item) => {
    const name = (item as { mark?: { name?: string } } | null)?.mark?.name;
    if (name !== undefined && painted.has(name) && event.cancelable) event.preventDefault();
  });
}

/** The names of the marks from which a specification follows a drag. */
export function paintedMarks(spec: object): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(spec, (key, value: unknown) => {
    if (key === "between" && Array.isArray(value)) {
      const { markname } = value[0] as { markname?: unknown };
      if (typeof markname === "string") found.add(markname);
    }
    return value;
  });
  return found;
}
