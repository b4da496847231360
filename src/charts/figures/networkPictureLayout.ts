import type { Matrix } from "../../arithmetic/matrix.js";
import { textWidth } from "../drawing/textwidth.js";

/** What the layout must know of a layer. */
interface Laid {
  readonly name: string;
  readonly notes?: readonly string[];
  readonly maps: readonly Matrix[];
  readonly columns: number;
  readonly scale: number;
  readonly labels?: readonly string[];
}

/** A layer with its place in the picture, in CSS pixels. */
export interface LayerColumn<Layer extends Laid = Laid> {
  readonly layer: Layer;
  readonly left: number;
  readonly top: number;
  /** The middle of its maps from left to right. */
  readonly center: number;
  /** The line of its name. */
  readonly textTop: number;
}

const margin = 12;
const lineHeight = 14;
const gapOf = (map: Matrix) => (map.length === 1 ? 1 : 3);

/** The lines below a name. */
export const noteLines = (notes: readonly string[] = []) => notes.flatMap((note) => note.split("\n"));

/** All layers from left to right, each in the middle of the height, names and notes below. */
export function columnsOf<Layer extends Laid>(layers: readonly Layer[]) {
  const sizes = layers.map((layer) => {
    const map = layer.maps[0] as Matrix;
    const [pitchX, pitchY] = [
      (map[0]?.length ?? 1) * layer.scale + gapOf(map),
      map.length * layer.scale + gapOf(map),
    ];
    const rows = Math.ceil(layer.maps.length / layer.columns);
    const maps = Math.min(layer.columns, layer.maps.length) * pitchX - gapOf(map);
    const labels = Math.max(0, ...(layer.labels ?? []).map((label) => 5 + textWidth(label, 11, "bold")));
    const texts = Math.max(
      textWidth(layer.name, 13, "bold"),
      ...noteLines(layer.notes).map((note) => textWidth(note, 11)),
    );
    return { maps, labels, width: Math.max(maps + labels, texts), height: rows * pitchY - gapOf(map) };
  });
  const tallest = Math.max(...sizes.map(({ height }) => height));
  const lines = Math.max(...layers.map(({ notes }) => noteLines(notes).length + 1));
  const gap = 20;
  let left = margin;
  const columns = sizes.map((size, index): LayerColumn<Layer> => {
    const start = left + (size.width - size.maps - size.labels) / 2;
    const column = {
      layer: layers[index] as Layer,
      left: Math.round(start),
      top: Math.round(margin + (tallest - size.height) / 2),
      center: left + size.width / 2,
      textTop: margin + tallest + 22,
    };
    left += size.width + gap;
    return column;
  });
  return {
    columns,
    width: Math.ceil(left - gap + margin),
    height: Math.ceil(2 * margin + tallest + 8 + lines * lineHeight),
  };
}

/** Where one map of a layer is drawn. */
export function mapPlace({ layer, left, top }: LayerColumn, index: number) {
  const map = layer.maps[0] as Matrix;
  const [width, height] = [(map[0]?.length ?? 1) * layer.scale, map.length * layer.scale];
  const gap = gapOf(map);
  const [column, row] = [index % layer.columns, Math.floor(index / layer.columns)];
  return { x: left + column * (width + gap), y: top + row * (height + gap), width, height };
}
