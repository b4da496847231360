import { ink, seriesColors } from "../../charts/color.js";
import { rasterise } from "../../charts/drawing/draw.js";
import { encodePng } from "../../charts/drawing/png.js";
import { textWidth } from "../../charts/drawing/textwidth.js";
import { type Figure, type MimeBundle, makeFigure } from "../../charts/figure.js";
import { escapeMarkup, plural } from "../../charts/format.js";
import type { Digits } from "../../images/images.js";
import { base64 } from "../../platform/base64.js";
import { type Answer, type AnswerPart, wordsOf } from "./answer.js";
import type { PageControl } from "./control.js";

/** A piece of the picture: SVG from its own upper left corner, in CSS pixels. */
interface Piece {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const fontSize = 12;
const lineHeight = 17;
const gap = 16;
/** Of bars, from one to the next, and the length of a certainty. */
const barPitch = 20;
const barLength = 220;
const barColor = seriesColors[0];
/** The longer side of a canvas in the picture. */
const canvasSide = 168;
/** Lines of a text, and letters of a line: a picture is no place to read much. */
const most = { lines: 12, letters: 90 };

/**
 * Controls and their answer as they stand, for where nothing moves: a picture of both and a sentence that says both.
 *
 * @param note said in the picture, and nowhere else
 * @param forms what goes before the picture
 */
export function stillOf(
  controls: readonly PageControl<unknown>[],
  answer: Answer,
  note: string,
  forms: MimeBundle = {},
): Figure {
  const described = `${controls.map(controlWords).join("; ")}. ${wordsOf(answer)}`;
  return makeFigure(described, forms, () => {
    const left = below(controls.map(controlPiece));
    const right = below(answer.parts.map(answerPiece));
    const noted = textPiece(note);
    const width = Math.max(left.width + gap + right.width, noted.width);
    const height = Math.max(left.height, right.height);
    const placed = [at(left, 0, 0), at(right, left.width + gap, 0), at(noted, 0, height + gap / 2)];
    return rasterise(svgOf(placed.join(""), width, height + gap / 2 + noted.height));
  });
}

function svgOf(inside: string, width: number, height: number): string {
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} fill="${ink}" font-size="${fontSize}" font-family="Noto Sans">${inside}</svg>`;
}

const at = ({ svg }: Piece, x: number, y: number): string => `<g transform="translate(${x} ${y})">${svg}</g>`;

/** Pieces one below the other. */
function below(pieces: readonly Piece[]): Piece {
  let height = 0;
  const placed = pieces.map((piece) => {
    const svg = at(piece, 0, height);
    height += piece.height + 6;
    return svg;
  });
  return { svg: placed.join(""), width: Math.max(0, ...pieces.map(({ width }) => width)), height };
}

function textPiece(text: string): Piece {
  const lines = text.split("\n").slice(0, most.lines).map(cut);
  const svg = lines
    .map((line, index) => `<text x="0" y="${13 + index * lineHeight}">${escapeMarkup(line)}</text>`)
    .join("");
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize, "regular")));
  return { svg, width: width + 4, height: lines.length * lineHeight };
}

const cut = (line: string): string =>
  line.length > most.letters ? `${line.slice(0, most.letters)} …` : line;

function imagePiece(png: string, width: number, height: number): Piece {
  const svg = `<image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${png}"/>`;
  return { svg, width, height };
}

function answerPiece(part: AnswerPart): Piece {
  if (part.kind === "text") return textPiece(part.text);
  return part.kind === "bars" ? barsPiece(part) : imagePiece(part.png, part.width, part.height);
}

function barsPiece({ bars }: Extract<AnswerPart, { kind: "bars" }>): Piece {
  const left = Math.max(...bars.map(({ name }) => textWidth(name, fontSize, "bold"))) + 6;
  const most = Math.max(...bars.map(({ share }) => share));
  const svg = bars.map(({ name, share, percent }, index) => {
    const [y, length] = [(index + 1) * barPitch, barLength * share];
    const weight = share === most ? ` font-weight="bold"` : "";
    const text = (x: number, words: string) =>
      `<text x="${x}" y="${y + 12}"${weight}>${escapeMarkup(words)}</text>`;
    const bar = `<rect x="${left}" y="${y}" width="${Math.max(1, length)}" height="15" fill="${barColor}"/>`;
    return text(0, name) + bar + text(left + length + 5, percent);
  });
  const title = textPiece("probability").svg;
  return { svg: title + svg.join(""), width: left + barLength + 60, height: (bars.length + 1) * barPitch };
}

function controlPiece(control: PageControl<unknown>): Piece {
  if (control.form.kind !== "canvas") return textPiece(`${control.label}: ${control.value}`);
  const { height, width, pixels } = control.value as Digits;
  const cell = canvasSide / Math.max(height, width);
  const png = base64(encodePng({ height, width, channels: 1, pixels }));
  return below([textPiece(control.label), imagePiece(png, cell * width, cell * height)]);
}

function controlWords(control: PageControl<unknown>): string {
  if (control.form.kind !== "canvas") return `${control.label}: ${control.value}`;
  const { height, width, pixels } = control.value as Digits;
  const painted = pixels.filter((pixel) => pixel > 0).length;
  return `${control.label}: ${height}x${width}, ${plural(painted, "pixel")} painted`;
}
