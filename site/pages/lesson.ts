import { registerOffline } from "../offline/register.js";
import { bringToLife } from "./charts.js";

// A lesson's page: its text and pictures need no script; charts come to life as the reader comes near them.

const near = "700px";

/** The specifications of all charts of the page, asked for when the first comes near. */
let specs: Promise<readonly object[]> | undefined;

async function wake(figure: HTMLElement, address: string): Promise<void> {
  const stage = figure.querySelector<HTMLElement>(".stage");
  specs ??= fetch(address).then((answer) => answer.json() as Promise<readonly object[]>);
  const spec = (await specs)[Number(figure.dataset.chart)];
  if (stage && spec) await bringToLife(stage, figure.dataset.kind ?? "vega", spec);
}

function watchCharts(): void {
  const address = document.querySelector<HTMLElement>("main")?.dataset.charts;
  if (address === undefined) return;
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        // The picture stays where a chart cannot be had, as without a connection.
        wake(target as HTMLElement, address).catch(() => watcher.observe(target));
      }
    },
    { rootMargin: near },
  );
  for (const figure of document.querySelectorAll("[data-chart]")) watcher.observe(figure);
}

/** On paper nothing can be opened. */
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});

watchCharts();
registerOffline(new URL(document.body.dataset.site ?? "./", document.baseURI));
