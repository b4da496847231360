import { loadShared, offer } from "./federation.js";
import type { RenderMimeRegistry, Token } from "./jupyter.js";
import { outputPlugins } from "./plugins.js";

offer("convlab", async (scope) => {
  const { IRenderMimeRegistry } = await loadShared(scope, "@jupyterlab/rendermime");
  return outputPlugins(IRenderMimeRegistry as Token<RenderMimeRegistry>);
});
