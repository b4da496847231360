import type { Draw } from "./draw.js";
import type { MimeModel, Renderer } from "./jupyter.js";

const plotlyType = "application/vnd.plotly.v1+json";

/** What the renderer of plotly draws. The edition for browsers has none: it shows the picture. */
export const plotlyTypes: readonly string[] = [plotlyType];

interface PlotlyRenderer extends Renderer {
  hasGraphElement(): boolean;
  createGraph(model: MimeModel): Promise<void>;
}

interface Content {
  readonly data?: readonly { readonly type?: string }[];
  readonly layout?: Readonly<Record<string, unknown>>;
}

/**
 * Draws a plotly figure in the colours of the page, where it names none itself. The renderer alone shows the picture until a
 * mouse comes by; with WebGL missing it still does.
 */
export const drawPlotly: Draw = async (renderer, model, { draw }) => {
  const plot = renderer as PlotlyRenderer;
  const themed = inColors(model, pageColors());
  if (plot.hasGraphElement()) await plot.createGraph(themed);
  else await draw(themed);
};

function inColors({ data, metadata, trusted }: MimeModel, colors: Colors): MimeModel {
  const content = data[plotlyType] as Content;
  const layout = { template: templateOf(colors), uirevision: "as turned", ...content.layout };
  const { "image/png": picture, ...others } = data;
  const kept = needsWebgl(content) && !hasWebgl() ? { "image/png": picture } : {};
  // What is drawn goes into no notebook: it has the colours of this page.
  return {
    data: { ...others, ...kept, [plotlyType]: { ...content, layout } },
    metadata,
    trusted,
    setData() {},
  };
}

interface Colors {
  readonly ink: string;
  readonly lines: string;
}

function pageColors(): Colors {
  const style = getComputedStyle(document.body);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return { ink: color("--jp-content-font-color1"), lines: color("--jp-border-color1") };
}

/** What plotly takes where a figure says nothing. */
function templateOf({ ink, lines }: Colors): object {
  const clear = "rgba(0,0,0,0)";
  const axis = { color: ink, gridcolor: lines, linecolor: lines, zerolinecolor: lines };
  const wall = { ...axis, backgroundcolor: clear };
  return {
    layout: {
      ...{ paper_bgcolor: clear, plot_bgcolor: clear, font: { color: ink } },
      ...{ xaxis: axis, yaxis: axis },
      scene: { bgcolor: clear, xaxis: wall, yaxis: wall, zaxis: wall },
    },
  };
}

const needsWebgl = ({ data = [] }: Content) =>
  data.some(({ type = "" }) => /3d|gl$|^surface$|^isosurface$|^volume$|^cone$|^streamtube$/.test(type));

let webgl: boolean | undefined;
function hasWebgl(): boolean {
  webgl ??= document.createElement("canvas").getContext("webgl") !== null;
  return webgl;
}
