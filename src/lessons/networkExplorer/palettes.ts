import { diverging, gray, hex, sequential } from "../../charts/color.js";
import type { Stage } from "./stage.js";

/** How many steps of colour there are from the first to the last. */
export const steps = 24;

const ramp = (map: typeof gray) => Array.from({ length: steps + 1 }, (_, step) => hex(map(step / steps)));

/** Colours of the picture, of numbers from 0 up, and of numbers around 0. */
export const palettes = { gray: ramp(gray), sequential: ramp(sequential), diverging: ramp(diverging) };

/** Which palette a layer has. */
export const lookOf = ({ rule, signed }: Stage): keyof typeof palettes =>
  rule === "given" ? "gray" : signed ? "diverging" : "sequential";

/** The step that stands for zero, which is the ground of a map. */
export const zeroStep = (stage: Stage) => (lookOf(stage) === "diverging" ? steps / 2 : 0);

/** The step of a number, an expression of Vega; `top` is the number furthest from zero. */
export function stepOf(stage: Stage, value: string, top: string, black: number, white: number): string {
  const look = lookOf(stage);
  if (look === "gray") return `round(${steps} * clamp((${value} - ${black}) / ${white - black}, 0, 1))`;
  if (look === "diverging") return `round(${steps / 2} + ${steps / 2} * clamp(${value} / ${top}, -1, 1))`;
  return `round(${steps} * clamp(${value} / ${top}, 0, 1))`;
}
