import type { MimeModel, Renderer, RendererFactory } from "./jupyter.js";

/** From now on `then` is called after each drawing of what the factory makes, with what it was asked to make. */
export function afterDrawing(
  factory: RendererFactory,
  then: (renderer: Renderer, model: MimeModel, options: object) => void,
): void {
  const create = factory.createRenderer;
  factory.createRenderer = (options) => {
    const renderer = create.call(factory, options);
    const draw = renderer.renderModel.bind(renderer);
    renderer.renderModel = async (model) => {
      await draw(model);
      then(renderer, model, options);
    };
    return renderer;
  };
}
