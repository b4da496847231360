import type { RenderMimeRegistry } from "./jupyter.js";

const pictureTypes = ["image/png", "image/jpeg"];

/** JupyterLab's renderer of pictures leaves out the words that stand with one in a notebook, for those who do not see it. */
export function describePictures(registry: RenderMimeRegistry): void {
  const factories = pictureTypes.flatMap((mimeType) => registry.getFactory(mimeType) ?? []);
  for (const factory of new Set(factories)) {
    const create = factory.createRenderer;
    factory.createRenderer = (options) => {
      const renderer = create.call(factory, options);
      const { mimeType } = options as { readonly mimeType: string };
      const draw = renderer.renderModel.bind(renderer);
      renderer.renderModel = async (model) => {
        await draw(model);
        const { alt } = (model.metadata[mimeType] ?? {}) as { readonly alt?: unknown };
        if (typeof alt === "string") renderer.node.querySelector("img")?.setAttribute("alt", alt);
      };
      return renderer;
    };
  }
}
