import { text } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { pointed } from "../explorer/style.js";
import { type Places, wide } from "./places.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** Side of a panel, and how far the second one and the second row stand from the first. */
const side = 70;
const [further, lower] = [92, 94];

/** Colours of the three panels, in the steps of the maps. */
export function windowScales(black: number, white: number): object[] {
  const signed = (name: string, top: string) => ({
    name,
    type: "quantize",
    domain: signal(`[-${top}, ${top}]`),
    range: signal("palettes.diverging"),
  });
  const look = "belowLooks[shown]";
  const domain = `${look} == 'gray' ? [${black}, ${white}] : ${look} == 'diverging' ? [-belowTop, belowTop] : [0, belowTop]`;
  return [
    { name: "patch", type: "quantize", domain: signal(domain), range: signal(`palettes[${look}]`) },
    signed("weights", "weightTop"),
    signed("products", "productTop"),
  ];
}

/** A part of the lower middle. Many small cells go without edges and numbers, which would hide their colours. */
function panel(name: string, title: string, left: number, top: number, scale: string): object {
  const dark = `luminance(scale('${scale}', datum.value)) < 0.19`;
  const panelled = panelMark({ name, title, left, top, size: side, cells: "windowSide", scale, dark });
  const { marks, ...group } = panelled as { marks: readonly Mark[] };
  const looks: Readonly<Record<string, object>> = {
    rect: { strokeWidth: signal("windowSide > 9 ? 0 : 0.5") },
    text: {
      text: signal("format(datum.value, '.2f')"),
      fontSize: signal(`min(12, 0.35 * ${side} / windowSide)`),
      opacity: signal("windowSide > 3 ? 0 : 1"),
    },
  };
  const look = ({ type, from }: Mark) => (from === undefined ? {} : looks[type]);
  const changed = (mark: Mark) => ({ ...mark, encode: { update: { ...mark.encode.update, ...look(mark) } } });
  return { ...group, marks: marks.map(changed) };
}

/** What is read of a mark here. */
interface Mark {
  readonly type: string;
  readonly from?: object;
  readonly encode: { readonly update: object };
}

/** Vertical bars, one for each channel, up for what it adds and down for what it takes away. */
const channelBars = (left: number, top: number): object => ({
  type: "group",
  encode: { update: { x: value(left), y: value(top) } },
  marks: [
    text("length(data('channels')) > 0 ? 'each channel' : ''", 0, -8, {
      fontWeight: value("bold"),
      fontSize: value(13),
    }),
    {
      type: "rect",
      name: "channelBar",
      from: { data: "channels" },
      encode: {
        update: {
          x: signal(`datum.channel * ${side} / channelCounts[shown]`),
          width: signal(`max(1, ${side} / channelCounts[shown] - 1)`),
          y: signal(`${side / 2} - ${side / 2 - 1} * max(0, datum.sum) / max(1e-9, datum.furthest)`),
          y2: signal(`${side / 2} - ${side / 2 - 1} * min(0, datum.sum) / max(1e-9, datum.furthest) + 1`),
          fill: signal(
            `datum.channel == shownChannel ? '${pointed}' : datum.sum < 0 ? '#4393c3' : '#d6604d'`,
          ),
          cursor: value("pointer"),
          tooltip: signal("'channel ' + datum.channel + ' adds ' + format(datum.sum, '.4f')"),
        },
      },
    },
  ],
});

/** The three panels and the bars of the channels; out of sight where the picture is shown, which no window made. */
export const windowMarks = ({ detail: { window: left, top } }: Places = wide): object => ({
  type: "group",
  encode: { update: { x: signal("shown == 0 ? -2 * width : 0") } },
  marks: [
    panel("patch", "values", left, top, "patch"),
    panel("kernel", "weights", left + further, top, "weights"),
    panel("product", "parts", left, top + lower, "products"),
    channelBars(left + further, top + lower),
  ],
});
