import { requireOptions } from "../../arithmetic/options.js";
import { type Control, PageControl, requireLabel } from "./control.js";

/** What can be chosen about {@link slider}. */
export interface SliderOptions {
  /** What stands beside it. */
  readonly label: string;
  /** The least value. @default {0} */
  readonly min?: number;
  /** The largest value. */
  readonly max: number;
  /** From one value to the next. @default {1} */
  readonly step?: number;
  /** Where it begins. @default {the least value} */
  readonly value?: number;
}

const action = "make a slider";

/**
 * A slider for a number, for `live`. Its value is the number.
 *
 * @throws {TypeError} if an option has another name, or the label is no text
 * @throws {RangeError} if the ends, the step or the value are no numbers, the step is not above 0, or the value lies outside
 * @example slider({ label: "pixels to the right", min: -6, max: 6, value: 0 }).value // 0
 */
export function slider(options: SliderOptions): Control<number> {
  requireOptions(action, options, ["label", "min", "max", "step", "value"]);
  const { label, min = 0, max, step = 1, value = min } = options;
  requireLabel(action, label);
  for (const [name, number] of Object.entries({ min, max, step, value })) {
    if (!Number.isFinite(number))
      throw new RangeError(`Cannot ${action}: ${name} is ${number}. Give a number.`);
  }
  if (max <= min) {
    throw new RangeError(`Cannot ${action} from ${min} to ${max}. Give a max that is larger than min.`);
  }
  if (step <= 0) throw new RangeError(`Cannot ${action}: step is ${step}. Give a number above 0.`);
  const inside = (number: unknown): number is number =>
    typeof number === "number" && number >= min && number <= max;
  if (!inside(value)) {
    throw new RangeError(`Cannot ${action}: value is ${value}. Give a number from ${min} to ${max}.`);
  }
  return new PageControl(label, { kind: "slider", min, max, step }, value, {
    pack: (number) => number,
    unpack: (sent) => (inside(sent) ? sent : undefined),
  });
}
