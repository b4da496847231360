import type { MimeModel, Renderer } from "./jupyter.js";

/**
 * Draws an output in the colours of the page as they are now: by the renderer's own `draw`, for the first time or again. What
 * stands for the drawing meanwhile asks for it to be drawn when it is seen.
 */
export type Draw = (
  renderer: Renderer,
  model: MimeModel,
  how: { readonly draw: Renderer["renderModel"]; readonly again: boolean },
) => Promise<"drawn" | "when seen">;
