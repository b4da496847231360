import { type Figure, jupyterDisplay } from "../../charts/figure.js";
import { tableFigure } from "../../charts/figures/table.js";
import { exercises, findExercise } from "./catalogue.js";
import { changeProgress, readProgress } from "./progressFile.js";

/** How far one exercise is. */
export interface ExerciseProgress {
  /** Its name, such as `"convolution.2"`. */
  readonly exercise: string;
  readonly done: boolean;
  /** How often it was tried until it was right. */
  readonly tries: number;
}

/** All exercises in the order of the lessons. As a cell's last expression it is a table, and `show` takes it. */
export interface Progress extends ReadonlyArray<ExerciseProgress>, Figure {
  /** The table as text for a spreadsheet: `exercise,number,title,done,tries`, a line for each exercise. */
  csv(): string;
}

type Kept = Readonly<Record<string, Omit<ExerciseProgress, "exercise">>>;

/** What was done since the start of this kernel, where the folder cannot be written. */
let session: Kept = {};

/**
 * Which exercises are done, and after how many tries. It is kept in the reader's folder, beside the notebooks, in
 * `convlab-progress.json`, and survives a restart. A teacher names the folder that a student hands in.
 *
 * @param folder where the file lies. @default {the notebook's own}
 * @example progressOf()[0].exercise // "images-and-dense-layers.1": show(progressOf()) is a table, progressOf().csv() is for a spreadsheet
 */
export function progressOf(folder?: string): Progress {
  const kept = folder === undefined ? merged(keptIn(readProgress()), session) : keptIn(readProgress(folder));
  const rows = exercises().map((id): ExerciseProgress => {
    const { done = false, tries = 0 } = kept[id] ?? {};
    return { exercise: id, done, tries };
  });
  const table = progressTable(rows);
  return Object.defineProperties(rows, {
    description: { value: table.description },
    metadata: { value: table.metadata },
    [jupyterDisplay]: { value: () => table[jupyterDisplay]() },
    csv: { value: () => csvOf(rows) },
  }) as unknown as Progress;
}

/** Remembers that an exercise was tried. Tries after the right one do not count. */
export function recordTry(id: string, ok: boolean): void {
  const { done = false, tries = 0 } = merged(keptIn(readProgress()), session)[id] ?? {};
  if (done) return;
  session = { ...session, [id]: { done: ok, tries: tries + 1 } };
  changeProgress((text) => `${JSON.stringify(merged(keptIn(text), session), null, 2)}\n`);
}

/** Two records of the same reader, of two kernels for instance: done is done, and the larger count holds. */
function merged(a: Kept, b: Kept): Kept {
  const both = [...new Set([...Object.keys(a), ...Object.keys(b)])].map((id) => {
    const [one, two] = [a[id], b[id]];
    const tries = one?.done && !two?.done ? one.tries : Math.max(one?.tries ?? 0, two?.tries ?? 0);
    return [id, { done: one?.done === true || two?.done === true, tries }];
  });
  return Object.fromEntries(both) as Kept;
}

/** What a file says, without what it should not: somebody may have changed it by hand. */
function keptIn(text: string | undefined): Kept {
  try {
    const held: unknown = JSON.parse(text ?? "{}");
    const entries = Object.entries(held as Record<string, Partial<ExerciseProgress> | null>).map(
      ([id, entry]) => {
        const tries = Number(entry?.tries);
        return [id, { done: entry?.done === true, tries: tries >= 0 ? Math.floor(tries) : 0 }];
      },
    );
    return Object.fromEntries(entries) as Kept;
  } catch {
    return {};
  }
}

function progressTable(rows: readonly ExerciseProgress[]): Figure {
  const done = rows.filter((row) => row.done).length;
  return tableFigure({
    columns: ["exercise", "title", "done", "tries"],
    rows: rows.map(({ exercise, done: ok, tries }) => {
      const { content, number } = findExercise(exercise);
      return [number, content.title, ok ? "✓" : tries > 0 ? "not yet" : "", tries];
    }),
    caption: `${done} of ${rows.length} exercises are done.`,
  });
}

function csvOf(rows: readonly ExerciseProgress[]): string {
  const lines = rows.map(({ exercise, done, tries }) => {
    const { content, number } = findExercise(exercise);
    return [exercise, number, `"${content.title.replaceAll('"', '""')}"`, done, tries].join(",");
  });
  return `${["exercise,number,title,done,tries", ...lines].join("\n")}\n`;
}
