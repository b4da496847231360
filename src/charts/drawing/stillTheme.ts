import { edge, gridColor, ink } from "../color.js";

/**
 * What a chart is drawn with for those who show only its picture: GitHub, nbconvert, a page. Nobody knows there whether the page is
 * light or dark, so the ground is clear and all that the chart itself leaves open has colours that are seen on both.
 * Configuration of Vega and of Vega-Lite alike.
 */
export const stillTheme = {
  background: "transparent",
  title: { color: ink, subtitleColor: ink },
  style: {
    "guide-label": { fill: ink },
    "guide-title": { fill: ink },
    cell: { stroke: gridColor },
  },
  axis: { domainColor: edge, tickColor: edge, gridColor },
  text: { fill: ink, color: ink },
} as const;
