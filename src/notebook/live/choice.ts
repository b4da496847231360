import { requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import { type Control, PageControl, requireLabel } from "./control.js";

/** What can be chosen about {@link choice}. */
export interface ChoiceOptions<Name extends string> {
  /** What stands beside it. */
  readonly label: string;
  /** What there is to choose from. */
  readonly values: readonly Name[];
  /** Which is chosen at first. @default {the first} */
  readonly value?: Name;
}

const action = "make a choice";

/**
 * A list of names to choose one from, for `live`. Its value is the name.
 *
 * @throws {TypeError} if an option has another name, or the label or a name is no text
 * @throws {RangeError} if there are no names, one stands twice, or the first choice is none of them
 * @example choice({ label: "framed", values: ["as painted", "as in MNIST"] }).value // "as painted"
 */
export function choice<Name extends string>(options: ChoiceOptions<Name>): Control<Name> {
  requireOptions(action, options, ["label", "values", "value"]);
  const { label, values } = options;
  requireLabel(action, label);
  const first = requireSome(action, "name", values);
  for (const [at, name] of values.entries()) {
    if (typeof name !== "string")
      throw new TypeError(`Cannot ${action}: name ${at} is ${typeof name}. Give text.`);
    if (values.indexOf(name) < at)
      throw new RangeError(`Cannot ${action}: ${JSON.stringify(name)} stands twice. Give each name once.`);
  }
  const { value = first } = options;
  if (!values.includes(value)) {
    throw new RangeError(
      `Cannot ${action}: value is ${JSON.stringify(value)}. Give one of ${values.join(", ")}.`,
    );
  }
  return new PageControl<Name>(label, { kind: "choice", values: [...values] }, value, {
    pack: (name) => name,
    unpack: (sent) => values.find((name) => name === sent),
  });
}
