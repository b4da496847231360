import { onTheme } from "./theme.js";
import type { Drawn } from "./vegaChart.js";

/** A figure of a page: its picture is there at once, the chart takes its place when somebody comes near. */
interface Figure {
  readonly stage: HTMLElement;
  readonly kind: string;
  readonly spec: object;
  drawn: Drawn;
  /** What the page does with it each time it is drawn. */
  readonly onDrawn: ((drawn: Drawn) => void) | undefined;
}

const figures: Figure[] = [];

/** Draws a specification in the place of the picture that stands in a stage; where that fails, the picture stays. */
export async function bringToLife(
  stage: HTMLElement,
  kind: string,
  spec: object,
  onDrawn?: (drawn: Drawn) => void,
): Promise<void> {
  const drawn = await draw(stage, kind, spec);
  stage.classList.add("live");
  figures.push({ stage, kind, spec, drawn, onDrawn });
  onDrawn?.(drawn);
}

async function draw(stage: HTMLElement, kind: string, spec: object, inputs = {}): Promise<Drawn> {
  // A surface has the same colours in both themes, and its own large library.
  if (kind === "surface") return (await import("./surface.js")).drawSurface(stage, spec);
  return (await import("./vegaChart.js")).drawVega(stage, spec, inputs);
}

/** Takes a chart away again. */
export function takeAway(stage: HTMLElement): void {
  const index = figures.findIndex((figure) => figure.stage === stage);
  for (const { drawn } of index < 0 ? [] : figures.splice(index, 1)) drawn.remove();
}

onTheme(() => {
  for (const figure of figures) {
    if (figure.kind === "surface") continue;
    const inputs = figure.drawn.inputs();
    figure.drawn.remove();
    void draw(figure.stage, figure.kind, figure.spec, inputs).then((drawn) => {
      figure.drawn = drawn;
      figure.onDrawn?.(drawn);
    });
  }
});
