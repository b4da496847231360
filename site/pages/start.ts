import { registerOffline } from "../offline/register.js";
import { bringToLife, takeAway } from "./charts.js";

// The start page: the drawing explorer in the form that fits the screen.

const wide = matchMedia("(min-width: 780px)");

async function showDrawing(figure: HTMLElement): Promise<void> {
  const stage = figure.querySelector<HTMLElement>(".stage");
  const answer = await fetch(figure.dataset.drawing ?? "");
  const specs = (await answer.json()) as { readonly wide: object; readonly narrow: object };
  if (!stage) return;
  const show = () => bringToLife(stage, "vega", wide.matches ? specs.wide : specs.narrow);
  await show();
  wide.addEventListener("change", () => {
    takeAway(stage);
    void show();
  });
}

const figure = document.querySelector<HTMLElement>("[data-drawing]");
// Without it the picture stays.
if (figure) showDrawing(figure).catch(() => undefined);
registerOffline(new URL(document.body.dataset.site ?? "./", document.baseURI));
