import type { RenderMimeRegistry } from "./jupyter.js";
import { afterDrawing } from "./renderers.js";

const pictureTypes = ["image/png", "image/jpeg"];

/** JupyterLab's renderer of pictures leaves out the words that stand with one in a notebook, for those who do not see it. */
export function describePictures(registry: RenderMimeRegistry): void {
  const factories = pictureTypes.flatMap((mimeType) => registry.getFactory(mimeType) ?? []);
  for (const factory of new Set(factories)) {
    afterDrawing(factory, ({ node }, { metadata }, options) => {
      const { mimeType } = options as { readonly mimeType: string };
      const { alt } = (metadata[mimeType] ?? {}) as { readonly alt?: unknown };
      if (typeof alt === "string") node.querySelector("img")?.setAttribute("alt", alt);
    });
  }
}
