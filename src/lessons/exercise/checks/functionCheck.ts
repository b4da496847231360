import { near } from "../answers/compare.js";
import { formOf } from "../answers/form.js";
import type { Finding } from "../content.js";
import type { Kind } from "./kinds.js";
import { isPromise, type Trial, trialsOf } from "./trials.js";
import { textsApart, valueText } from "./written.js";

/** An exercise whose answer is a function. */
export interface FunctionTask<Input extends readonly unknown[], Value> {
  /** The name that the notebook uses, as in `check(correlate)`. */
  readonly name: string;
  /** What its arguments are called, in their order. */
  readonly takes: readonly string[];
  /** Three at least. Together they tell the typical mistakes apart; the first that fails is shown. */
  readonly cases: readonly Input[];
  readonly returns: Kind<Value>;
  right(...input: Input): Value;
  /** What people write instead, told by its results in every case. */
  readonly mistakes: readonly (readonly [rule: (...input: Input) => Value, message: string])[];
  /** More about a wrong result in the first case that fails. Some of its numbers may be NaN. */
  hintAt?(value: Value, wanted: Value, ...input: Input): string | undefined;
  /** Said of an answer that is no function. */
  instead?(answer: unknown): Finding | undefined;
}

/** The check of an answer that is a function: right in every case, one of the known mistakes, or wrong in one that is shown. */
export function functionCheck<Input extends readonly unknown[], Value>(task: FunctionTask<Input, Value>) {
  return (answer: unknown): Finding | Promise<Finding> => {
    if (typeof answer !== "function") return task.instead?.(answer) ?? noFunction(task, answer);
    const trials = trialsOf(answer as (...input: unknown[]) => unknown, task.cases);
    return isPromise(trials)
      ? Promise.resolve(trials).then((settled) => findingOf(task, settled))
      : findingOf(task, trials);
  };
}

function noFunction(
  { name, takes }: { readonly name: string; readonly takes: readonly string[] },
  answer: unknown,
): { message: string } {
  return {
    message: `Pass the function itself: \`check(${name})\`, a function of (${takes.join(", ")}), without brackets behind its name. This is ${formOf(answer)}.`,
  };
}

function findingOf<Input extends readonly unknown[], Value>(
  task: FunctionTask<Input, Value>,
  trials: readonly Trial[],
): Finding {
  const { cases, returns } = task;
  const wanted = cases.map((input) => task.right(...input));
  const read = trials.map((trial, at) =>
    trial.thrown || trial.result === undefined
      ? undefined
      : returns.read(trial.result, wanted[at % cases.length] as Value),
  );
  const isRight = (at: number) => {
    const value = read[at];
    return value !== undefined && returns.same(value, wanted[at % cases.length] as Value);
  };
  const wrong = cases.findIndex((_, at) => !isRight(at));
  if (wrong < 0) return keptApart(task, trials, isRight(cases.length));
  const known = task.mistakes.find(([rule]) => follows(task, rule, trials, read));
  const message =
    known?.[1] ??
    wrongAt(task, cases[wrong] as Input, trials[wrong] as Trial, read[wrong], wanted[wrong] as Value);
  const changed = changedOf(task, trials);
  return {
    message:
      changed === undefined
        ? message
        : `${message} It also changes \`${changed}\` itself, which may be the reason: work on a copy.`,
  };
}

/** The name of an argument that is no more what was passed in. */
function changedOf({ takes }: { readonly takes: readonly string[] }, trials: readonly Trial[]) {
  const changed = trials.find((trial) => trial.changed !== undefined)?.changed;
  return changed === undefined ? undefined : (takes[changed] ?? "its argument");
}

/** Whether the results are those of a rule in every case, also where that is NaN or the rule throws. */
function follows<Input extends readonly unknown[], Value>(
  { cases, returns }: FunctionTask<Input, Value>,
  rule: (...input: Input) => Value,
  trials: readonly Trial[],
  read: readonly (Value | undefined)[],
): boolean {
  return cases.every((input, at) => {
    const value = read[at];
    let expected: Value;
    try {
      expected = rule(...input);
    } catch {
      return trials[at]?.thrown !== undefined;
    }
    if (value === undefined || returns.misfit(value, expected) !== undefined) return false;
    const [own, theirs] = [returns.numbers(value), returns.numbers(expected)];
    return own.length === theirs.length && own.every((each, place) => alike(each, theirs[place] ?? 0));
  });
}

function alike(value: number, expected: number): boolean {
  return Number.isFinite(expected) ? near(value, expected) : Object.is(value, expected);
}

/** Right in every case: but nothing may be changed or remembered on the way. */
function keptApart<Input extends readonly unknown[], Value>(
  task: FunctionTask<Input, Value>,
  trials: readonly Trial[],
  again: boolean,
): Finding {
  const changed = changedOf(task, trials);
  if (changed !== undefined)
    return {
      message: `The result is right, but \`${changed}\` itself was changed. Make something new and leave what is passed in as it is.`,
    };
  if (again) return true;
  return {
    message: `Right the first time. Called once more with the same input, \`${task.name}\` returns something else: a variable outside of it keeps what it should forget.`,
  };
}

function wrongAt<Input extends readonly unknown[], Value>(
  task: FunctionTask<Input, Value>,
  input: Input,
  { result, thrown }: Trial,
  value: Value | undefined,
  wanted: Value,
): string {
  const { takes, returns } = task;
  const given = `For ${takes.map((name, at) => `${name} ${valueText(input[at])}`).join(", ")}`;
  if (thrown !== undefined) return `${given} it threw: ${thrown.reason}`;
  if (result === undefined) return "The function returns nothing. Is a `return` missing?";
  if (value === undefined)
    return `${given} it returns ${formOf(result)}; it must return ${returns.asked}, here ${valueText(wanted)}.`;
  const misfit = returns.misfit(value, wanted);
  const finite = returns.numbers(value).every(Number.isFinite);
  const more = task.hintAt?.(value, wanted, ...input);
  if (misfit !== undefined) return `${given} it returns ${misfit}.${more ? ` ${more}` : ""}`;
  const [own, expected] = textsApart(value, wanted);
  const said = `${given} it returns ${own}; expected is ${expected}.`;
  if (more !== undefined) return `${said} ${more}`;
  return finite
    ? said
    : `${said} NaN comes of a place outside a list or of 0 / 0, an infinity of a division by 0.`;
}
