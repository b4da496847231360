import { type ColorMap, hex } from "../color.js";
import { escapeMarkup } from "../format.js";
import type { Look } from "./gridLook.js";

/** Which number each colour stands for. */
export interface ColorBar {
  readonly map: ColorMap;
  readonly title: string;
  /** What is written below the bar, from its left end to its right end. */
  readonly ticks: readonly string[];
}

/** CSS pixels. */
export const barWidth = 220;
const barSteps = 55; // 4 pixels each
export const barHeight = 46;

/** The bar as SVG, its title above and its ticks below. */
export function barMarkup(
  { map, title, ticks }: ColorBar,
  { left, top }: { left: number; top: number },
  look: Look,
): string {
  // Steps that the eye takes for a gradient, and few colours, so that the PNG gets a palette.
  const steps = Array.from({ length: barSteps }, (_, index) => {
    const x = left + (index * barWidth) / barSteps;
    return `<rect x="${x}" y="${top + 16}" width="${barWidth / barSteps}" height="11" fill="${hex(map(index / (barSteps - 1)))}"/>`;
  });
  const labels = ticks.map((tick, index) => {
    const at = ticks.length === 1 ? 0.5 : index / (ticks.length - 1);
    const anchor = at === 0 ? "start" : at === 1 ? "end" : "middle";
    return `<text x="${left + at * barWidth}" y="${top + 41}" text-anchor="${anchor}" fill="${look.ink}">${escapeMarkup(tick)}</text>`;
  });
  return `${steps.join("")}
<text x="${left}" y="${top + 9}" fill="${look.ink}" font-weight="bold">${escapeMarkup(title)}</text>
<rect x="${left}" y="${top + 16}" width="${barWidth}" height="11" fill="none" stroke="${look.edge}" stroke-width="0.5"/>${labels.join("")}`;
}
