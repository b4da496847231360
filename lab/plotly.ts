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
  readonly layout?: Layout;
}

interface Layout {
  readonly paper_bgcolor?: string;
  readonly font?: object;
  readonly modebar?: object;
  readonly [more: string]: unknown;
}

/**
 * Draws a plotly figure in the colours of the page, where it names none itself. The renderer alone shows its picture until a
 * mouse comes by. Here that stands until it is seen, or for good where WebGL is missing that it needs.
 */
export const drawPlotly: Draw = async (renderer, model, { draw, again }) => {
  const plot = renderer as PlotlyRenderer;
  const themed = inColors(model, pageColors());
  if (again || plot.hasGraphElement()) {
    if (canDraw(model)) await plot.createGraph(themed);
    return "drawn";
  }
  await draw(themed);
  return plot.hasGraphElement() ? "drawn" : "when seen";
};

function inColors({ data, metadata, trusted }: MimeModel, colors: Colors): MimeModel {
  const content = data[plotlyType] as Content;
  const drawn = { ...content, layout: layoutIn(colors, content.layout) };
  // What is drawn goes into no notebook: it has the colours of this page.
  return { data: { ...data, [plotlyType]: drawn }, metadata, trusted, setData() {} };
}

function layoutIn(colors: Colors, layout: Layout = {}): Layout {
  const told = { template: templateOf(colors), uirevision: "as turned", ...layout };
  if (!isClear(layout.paper_bgcolor)) return told;
  // Words on the ground of the page have its colour, whatever was chosen for a page that nobody knew.
  return {
    ...told,
    font: { ...layout.font, color: colors.ink },
    modebar: { ...layout.modebar, ...buttons(colors) },
  };
}

const clear = "rgba(0,0,0,0)";
const isClear = (color = clear) => /^transparent$|^rgba\(.*,\s*0\s*\)$/.test(color);
const buttons = ({ ink, lines }: Colors) => ({ bgcolor: clear, color: lines, activecolor: ink });

interface Colors {
  readonly ink: string;
  readonly lines: string;
}

function pageColors(): Colors {
  const style = getComputedStyle(document.body);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return { ink: color("--jp-content-font-color1"), lines: color("--jp-border-color2") };
}

/** What plotly takes where a figure says nothing. */
function templateOf({ ink, lines }: Colors): object {
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

function canDraw({ data }: MimeModel): boolean {
  const { data: traces = [] } = data[plotlyType] as Content;
  return hasWebgl() || !traces.some(({ type = "" }) => inSpace.test(type));
}

const inSpace = /3d|gl$|^(?:surface|isosurface|volume|cone|streamtube)$/;
let webgl: boolean | undefined;
function hasWebgl(): boolean {
  webgl ??= document.createElement("canvas").getContext("webgl") !== null;
  return webgl;
}
