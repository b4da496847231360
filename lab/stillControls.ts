import type {
  MimeModel,
  NotebookPanel,
  NotebookTracker,
  OutputPlugin,
  RendererFactory,
  Token,
} from "./jupyter.js";
import { eachNotebook } from "./notebooks.js";
import { afterDrawing } from "./renderers.js";

const widgetType = "application/vnd.jupyter.widget-view+json";

/** Only where there is a front end of widgets: the site has none. */
export function stillControlsPlugin(tracker: Token<NotebookTracker>): OutputPlugin {
  return {
    id: "convlab:still-controls",
    description: "Shows the picture of controls whose kernel has gone.",
    autoStart: true,
    requires: [tracker],
    activate: (_app: unknown, notebooks: NotebookTracker) => showStillControls(notebooks),
  };
}

/**
 * Controls whose kernel has gone are not there any more; the front end of widgets then says that a model was not found. Where the output
 * has a picture, this shows the picture in its place, and what is to be done.
 */
function showStillControls(tracker: NotebookTracker): void {
  const followed = new WeakSet<RendererFactory>();
  const follow = ({ content: { rendermime } }: NotebookPanel) => {
    const factory = rendermime.getFactory(widgetType);
    if (factory === undefined || followed.has(factory)) return;
    followed.add(factory);
    afterDrawing(factory, ({ node }, model) => {
      // A widget is an element; that there is none is said in bare text.
      if (node.childElementCount === 0) drawStill(node, model);
    });
  };
  eachNotebook(tracker, (panel) => {
    // The front end gives each notebook a factory of its own, when it hears of it as this does.
    queueMicrotask(() => follow(panel));
    void panel.context.ready.then(() => follow(panel));
  });
}

function drawStill(node: HTMLElement, { data, metadata }: MimeModel): void {
  const png = data["image/png"];
  if (typeof png !== "string") return;
  const { width, height } = (metadata["image/png"] ?? {}) as {
    readonly width?: number;
    readonly height?: number;
  };
  const picture = document.createElement("img");
  Object.assign(picture, { src: `data:image/png;base64,${png}`, alt: String(data["text/plain"] ?? "") });
  if (width !== undefined) picture.width = width;
  if (height !== undefined) picture.height = height;
  const words = document.createElement("p");
  words.textContent = "The kernel behind these controls has gone. Run the cell again.";
  node.replaceChildren(picture, words);
}
