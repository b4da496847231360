import { registerOffline } from "../offline/register.js";
import { bringToLife, takeAway } from "./charts.js";
import { TourPanel } from "./tour.js";
import type { Drawn } from "./vegaChart.js";

// The start page: its explorers in the form that fits the screen.

const wide = matchMedia("(min-width: 780px)");

type Forms = Readonly<Record<"wide" | "narrow", () => Promise<object>>>;

/** Draws the form that fits, and the other when the screen changes. */
async function showFitting(
  figure: HTMLElement,
  forms: Forms,
  onDrawn?: (drawn: Drawn) => void,
): Promise<void> {
  const stage = figure.querySelector<HTMLElement>(".stage");
  if (!stage) return;
  const show = async () =>
    bringToLife(stage, "vega", await (wide.matches ? forms.wide() : forms.narrow()), onDrawn);
  await show();
  wide.addEventListener("change", () => {
    takeAway(stage);
    void show();
  });
}

const fetched = async <T>(address = ""): Promise<T> => (await fetch(address)).json() as Promise<T>;

async function showDrawing(figure: HTMLElement): Promise<void> {
  const specs = await fetched<Readonly<Record<"wide" | "narrow", object>>>(figure.dataset.drawing);
  await showFitting(figure, { wide: async () => specs.wide, narrow: async () => specs.narrow });
}

/** The network is drawn, and fetched, when the reader comes near it. */
function showNetwork(figure: HTMLElement): void {
  const panel = new TourPanel(figure);
  const { wide, narrow } = figure.dataset;
  const forms = { wide: () => fetched<object>(wide), narrow: () => fetched<object>(narrow) };
  const watcher = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      watcher.disconnect();
      // Without a connection the picture stays, and is tried again when it comes near again.
      showFitting(figure, forms, (drawn) => panel.follow(drawn)).catch(() => watcher.observe(figure));
    },
    { rootMargin: "400px" },
  );
  watcher.observe(figure);
}

const drawing = document.querySelector<HTMLElement>("[data-drawing]");
// Without it the picture stays.
if (drawing) showDrawing(drawing).catch(() => undefined);
const network = document.querySelector<HTMLElement>(".explored");
if (network) showNetwork(network);
registerOffline(new URL(document.body.dataset.site ?? "./", document.baseURI));
