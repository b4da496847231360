import type {
  IopubMessage,
  NotebookCell,
  NotebookPanel,
  NotebookTracker,
  OutputPlugin,
  Token,
} from "./jupyter.js";
import { eachNotebook } from "./notebooks.js";

/** Where an output stands that the kernel goes on changing. */
interface Place {
  readonly cell: string;
  readonly index: number;
}

/** How many such outputs of a notebook are remembered. */
const remembered = 100;

/** Only for kernels that outlive a page: those of the site end with it. */
export function livePlugin(tracker: Token<NotebookTracker>): OutputPlugin {
  return {
    id: "convlab:live",
    description: "Lets progress bars and curves go on after the page was loaded again.",
    autoStart: true,
    requires: [tracker],
    activate: (_app: unknown, notebooks: NotebookTracker) => keepOutputsLive(notebooks),
  };
}

/**
 * Outputs that change while a cell runs (a progress bar, a curve) go on changing after the page was loaded again:
 * JupyterLab itself forgets then which cell they belong to. The browser's tab remembers it.
 */
function keepOutputsLive(tracker: NotebookTracker): void {
  eachNotebook(tracker, (panel) => {
    panel.sessionContext.iopubMessage.connect((_, message) => take(panel, message));
  });
}

function take(panel: NotebookPanel, { header, parent_header: parent, content }: IopubMessage): void {
  const id = content.transient?.display_id;
  if (id === undefined) return;
  const cells = panel.content.widgets;
  const asked = cells.find(
    ({ outputArea }) =>
      outputArea?.future !== undefined && outputArea.future.msg.header.msg_id === parent.msg_id,
  );
  if (header.msg_type === "display_data" && asked !== undefined) {
    remember(panel.context.path, id, { cell: asked.model.id, index: (asked.model.outputs?.length ?? 0) - 1 });
  }
  // Where the page has asked for it, JupyterLab changes the output.
  if (header.msg_type === "update_display_data" && asked === undefined) {
    const place = placesIn(panel.context.path)[id];
    show(cells, place, { output_type: "display_data", data: content.data, metadata: content.metadata });
  }
}

function show(cells: readonly NotebookCell[], place: Place | undefined, output: object): void {
  const outputs = cells.find(({ model }) => model.id === place?.cell)?.model.outputs;
  if (outputs === undefined || place === undefined) return;
  // The notebook may not have been saved since the output first came.
  if (place.index < outputs.length) outputs.set(place.index, output);
  else outputs.add(output);
}

const keyOf = (path: string): string => `convlab:live:${path}`;

function placesIn(path: string): Readonly<Record<string, Place>> {
  return JSON.parse(sessionStorage.getItem(keyOf(path)) ?? "{}");
}

function remember(path: string, id: string, place: Place): void {
  const places = Object.entries({ ...placesIn(path), [id]: place }).slice(-remembered);
  sessionStorage.setItem(keyOf(path), JSON.stringify(Object.fromEntries(places)));
}
