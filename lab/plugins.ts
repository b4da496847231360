import styles from "./controls.css";
import type { OutputPlugin, RenderMimeRegistry, Token } from "./jupyter.js";
import { giveKeysToOutputs } from "./keys.js";
import { describePictures } from "./pictures.js";
import { drawInEveryTheme } from "./themes.js";

/** What makes outputs at home in JupyterLab, in a reader's own and in that of the site. */
export function outputPlugins(registry: Token<RenderMimeRegistry>): readonly OutputPlugin[] {
  return [
    {
      id: "convlab:controls",
      description: "Lays out the sliders and lists below a chart.",
      autoStart: true,
      activate: () => {
        const style = document.createElement("style");
        style.textContent = styles;
        document.head.append(style);
      },
    },
    {
      id: "convlab:keys",
      description: "Leaves the keys to what has the focus inside an output.",
      autoStart: true,
      activate: giveKeysToOutputs,
    },
    {
      id: "convlab:pictures",
      description: "Tells what is in a picture to those who do not see it.",
      autoStart: true,
      requires: [registry],
      activate: (_app: unknown, known: RenderMimeRegistry) => describePictures(known),
    },
    {
      id: "convlab:themes",
      description: "Draws charts again when the theme changes.",
      autoStart: true,
      requires: [registry],
      activate: (app: { readonly started: Promise<void> }, known: RenderMimeRegistry) => {
        // Those who draw may be made known after this plugin; notebooks are opened later still.
        void app.started.then(() => drawInEveryTheme(known));
      },
    },
  ];
}
