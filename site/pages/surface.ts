import Plotly from "plotly.js-dist";
import type { Drawn } from "./vegaChart.js";

/** What a notebook keeps of a plotly figure. */
interface Content {
  readonly data: readonly object[];
  readonly layout: { readonly width?: number; readonly height?: number };
  readonly config?: object;
}

/** Draws a plotly figure that can be turned by mouse and finger, as wide as there is room for. */
export async function drawSurface(place: HTMLElement, spec: object): Promise<Drawn> {
  const { data, layout, config } = spec as Content;
  const element = document.createElement("div");
  element.className = "turning";
  place.append(element);
  const width = Math.min(layout.width ?? 560, place.clientWidth);
  const height = Math.min(layout.height ?? 420, Math.max(320, width));
  // Under a finger the buttons would hide the title.
  const displayModeBar = matchMedia("(hover: hover)").matches ? "hover" : false;
  await Plotly.newPlot(element, data, { ...layout, width, height }, { ...config, displayModeBar });
  return {
    inputs: () => ({}),
    remove() {
      Plotly.purge(element);
      element.remove();
    },
  };
}
