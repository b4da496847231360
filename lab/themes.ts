import type { Draw } from "./draw.js";
import type { MimeModel, Renderer, RendererFactory, RenderMimeRegistry } from "./jupyter.js";
import { drawPlotly, plotlyTypes } from "./plotly.js";
import { drawVega, vegaTypes } from "./vega.js";

const kinds: readonly [mimeTypes: readonly string[], draw: Draw][] = [
  [vegaTypes, drawVega],
  [plotlyTypes, drawPlotly],
];

/** Charts take their colours from the page when they are drawn: from now on they are drawn again when it changes its own. */
export function drawInEveryTheme(registry: RenderMimeRegistry): void {
  const charts = new Set<Chart>();
  for (const [mimeTypes, draw] of kinds) {
    const factories = mimeTypes.flatMap((mimeType) => registry.getFactory(mimeType) ?? []);
    for (const factory of new Set(factories)) follow(factory, draw, charts);
  }
  let theme = themeOfPage();
  new MutationObserver(() => {
    if (themeOfPage() === theme) return;
    theme = themeOfPage();
    for (const chart of charts) chart.drawWhenSeen();
  }).observe(document.body, { attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });
}

function themeOfPage(): string {
  const { jpThemeLight, jpThemeName } = document.body.dataset;
  return `${jpThemeLight} ${jpThemeName}`;
}

/** Notebooks have copies of the registry, but the factories in them are these: what they make is followed. */
function follow(factory: RendererFactory, draw: Draw, charts: Set<Chart>): void {
  const create = factory.createRenderer;
  factory.createRenderer = (options) => {
    const renderer = create.call(factory, options);
    const chart = new Chart(renderer, draw);
    charts.add(chart);
    renderer.disposed.connect(() => {
      charts.delete(chart);
      chart.forget();
    });
    return renderer;
  };
}

/** What a renderer has drawn, and how it draws it again. */
class Chart {
  readonly #renderer: Renderer;
  readonly #draw: (model: MimeModel, again: boolean) => ReturnType<Draw>;
  readonly #seen: IntersectionObserver;
  #model: MimeModel | undefined;
  /** A drawing begins when the one before has ended: both would fill the same element. */
  #last: Promise<void> = Promise.resolve();

  constructor(renderer: Renderer, draw: Draw) {
    const own = renderer.renderModel.bind(renderer);
    this.#renderer = renderer;
    this.#draw = (model, again) => draw(renderer, model, { draw: own, again });
    this.#seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#drawAgain();
    });
    renderer.renderModel = (model) => {
      this.#model = model;
      return this.#next(async () => {
        if ((await this.#draw(model, false)) === "when seen") this.drawWhenSeen();
      });
    };
  }

  /** At once if it is on the screen, else when it comes there: a long notebook has many charts. */
  drawWhenSeen(): void {
    this.#seen.unobserve(this.#renderer.node);
    this.#seen.observe(this.#renderer.node);
  }

  forget(): void {
    this.#seen.disconnect();
  }

  #drawAgain(): void {
    const { node } = this.#renderer;
    this.#seen.unobserve(node);
    this.#next(async () => {
      if (this.#model === undefined || this.#renderer.isDisposed) return;
      // What stands below keeps its place while there is nothing here.
      node.style.minHeight = `${node.offsetHeight}px`;
      await this.#draw(this.#model, true).finally(() => {
        node.style.minHeight = "";
      });
    }).catch(() => {}); // It was drawn before: it stays as it was.
  }

  #next(work: () => Promise<void>): Promise<void> {
    const now = this.#last.then(work);
    this.#last = now.catch(() => {});
    return now;
  }
}
