import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { Figure } from "../../charts/figure.js";
import { jpegFigure } from "../../charts/figures/jpegFigure.js";
import { short } from "../../charts/format.js";
import type { PhotographAnswer } from "../../networks/models/efficientnet/classifyPhotograph.js";
import { type Compared, type ComparedClass, comparedPicture } from "./comparedPicture.js";

const action = "compare before and after";
/** More columns would be too small to be read. */
const mostAfter = 4;
const mostRows = 10;

/** What can be chosen about {@link whatIf}. */
export interface WhatIfPhotographOptions {
  /** The class whose map is shown, by name or number. @default {the one with the largest logit before} */
  readonly className?: string | number;
  /** Further classes whose logits are shown, by names or numbers. @default {none} */
  readonly classes?: readonly (string | number)[];
  /** Of each picture so many classes with the largest logits are shown. @default {4} */
  readonly top?: number;
}

/**
 * What a network says of a photograph before and after something was done to it: both pictures as it saw them, the maps of one class
 * over them on one common scale, and the logits of the top classes before and after, with the differences. Several things that were
 * done, each by its name, stand side by side: give a control among them.
 *
 * @param before what `classifyPhotograph` says of the photograph, while its network is there: maps are computed now
 * @param after the same of the changed one, such as `paintOver` makes it; or several by their names, at most four
 * @throws {TypeError} if an option has another name, or an answer is none of `classifyPhotograph`
 * @throws {RangeError} if there is no answer after, or more than four; answers are of networks of different sizes; or there is no such class
 * @example
 * const network = await efficientNetLite0();
 * const coffee = await photograph("coffee");
 * const covered = paintOver(coffee, { top: 100, left: 200, bottom: 260, right: 360 }, { with: "mean" });
 * const [before, after] = [coffee, covered].map((image) => classifyPhotograph(network, image));
 * show(whatIf(before!, after!, { className: "espresso" }));
 * network.dispose();
 */
export function whatIf(
  before: PhotographAnswer,
  after: PhotographAnswer | Readonly<Record<string, PhotographAnswer>>,
  options: WhatIfPhotographOptions = {},
): Figure {
  requireOptions(action, options, ["className", "classes", "top"]);
  const { classes = [], top = 4 } = options;
  requireWhole(action, { top }, { from: 1, to: mostRows });
  const afters = isAnswer(after) ? { after } : { ...after };
  const answers = Object.entries({ before, ...afters });
  requireAnswers(answers);
  const chosen = before.of(options.className ?? before.top(1)[0]?.classIndex ?? 0);
  const asked = [chosen, ...classes.map((which) => before.of(which))];
  const best = answers.flatMap(([, answer]) => answer.top(top));
  const indices = [...new Set([...asked, ...best].map(({ classIndex }) => classIndex))].slice(0, mostRows);
  const rows = indices
    .map((classIndex): ComparedClass => {
      const logits = answers.map(([, answer]) => answer.logits[classIndex] as number);
      return { name: before.of(classIndex).name, logits, chosen: classIndex === chosen.classIndex };
    })
    .sort((a, b) => (b.logits[0] as number) - (a.logits[0] as number));
  const compared: Compared = {
    columns: answers.map(([name, answer]) => ({
      name,
      seen: answer.seen,
      map: answer.mapOf(chosen.classIndex),
    })),
    className: chosen.name,
    rows,
  };
  return jpegFigure(description(compared), () => comparedPicture(compared));
}

/** A change with its sign; what rounds to nothing has none. */
const signed = (change: number) =>
  Math.abs(change) < 0.05 ? "0.0" : `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)}`;

function description({ columns, className, rows }: Compared): string {
  const most = Math.max(0, ...columns.flatMap(({ map }) => map.flat()));
  const [, ...names] = columns.map(({ name }) => name);
  const said = rows.map(({ name, logits: [first = 0, ...rest] }) => {
    const changes = rest.map((logit, at) => `${names[at]} ${logit.toFixed(1)} (${signed(logit - first)})`);
    return `${name} before ${first.toFixed(1)}, ${changes.join(", ")}`;
  });
  return (
    `A photograph before and after, as the network saw it, with the maps of ${className} on one scale, up to ${short(most)}. ` +
    `Logits: ${said.join("; ")}.`
  );
}

const isAnswer = (value: unknown): value is PhotographAnswer =>
  typeof (value as PhotographAnswer | undefined)?.mapOf === "function";

function requireAnswers(answers: readonly (readonly [name: string, answer: PhotographAnswer])[]): void {
  const [, first] = answers[0] as readonly [string, PhotographAnswer];
  const count = answers.length - 1;
  if (count < 1 || count > mostAfter) {
    throw new RangeError(
      `Cannot ${action} of ${count} changes: a picture has room for 1 to ${mostAfter}. Of more, boxEffects makes a table.`,
    );
  }
  for (const [name, answer] of answers) {
    if (!isAnswer(answer)) {
      throw new TypeError(
        `Cannot ${action}: "${name}" is no answer to a photograph. Give what classifyPhotograph returns; for a small network there is whatIfExplorer.`,
      );
    }
    if (answer.seen.height !== first.seen.height || answer.logits.length !== first.logits.length) {
      throw new RangeError(
        `Cannot ${action}: "${name}" is of a network that sees ${answer.seen.height} pixels and has ${answer.logits.length} classes, "before" of one with ${first.seen.height} and ${first.logits.length}. Ask one network.`,
      );
    }
  }
}
