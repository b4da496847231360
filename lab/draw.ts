import type { MimeModel, Renderer } from "./jupyter.js";

/** Draws an output in the colours of the page as they are now: by the renderer's own `draw`, for the first time or again. */
export type Draw = (
  renderer: Renderer,
  model: MimeModel,
  how: { readonly draw: Renderer["renderModel"]; readonly again: boolean },
) => Promise<void>;
