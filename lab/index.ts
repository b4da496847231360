import { loadShared, offer } from "./federation.js";
import type { NotebookTracker, RenderMimeRegistry, Token } from "./jupyter.js";
import { livePlugin } from "./live.js";
import { outputPlugins } from "./plugins.js";
import { stillControlsPlugin } from "./stillControls.js";

offer("convlab", async (scope) => {
  const { IRenderMimeRegistry } = await loadShared(scope, "@jupyterlab/rendermime");
  const { INotebookTracker } = await loadShared(scope, "@jupyterlab/notebook");
  return [
    ...outputPlugins(IRenderMimeRegistry as Token<RenderMimeRegistry>),
    livePlugin(INotebookTracker as Token<NotebookTracker>),
    stillControlsPlugin(INotebookTracker as Token<NotebookTracker>),
  ];
});
