import type { Config } from "vega-embed";

/** Charts leave their colours to the page; these are the page's, as site/pages/styles/colors.css has them. */
const colors = {
  light: { ink: "#1d2433", soft: "#4c566a", line: "#c9cfd9", grid: "#e4e8ee" },
  dark: { ink: "#e6e9ef", soft: "#b4bcc8", line: "#566072", grid: "#333b49" },
};

const font = '"Noto Sans", "Helvetica Neue", Arial, sans-serif';

const darkScheme = matchMedia("(prefers-color-scheme: dark)");

export const isDark = (): boolean => darkScheme.matches;

/** Calls back when the reader's system turns from light to dark or back. */
export function onTheme(act: () => void): void {
  darkScheme.addEventListener("change", act);
}

/** Vega's configuration for the theme in force. */
export function chartConfig(): Config {
  const { ink, soft, line, grid } = isDark() ? colors.dark : colors.light;
  return {
    background: "transparent",
    font,
    title: { color: ink, subtitleColor: soft },
    style: {
      "guide-label": { fill: soft },
      "guide-title": { fill: ink },
      "group-title": { fill: ink },
      cell: { stroke: line },
    },
    axis: { domainColor: line, tickColor: line, gridColor: grid },
  };
}
