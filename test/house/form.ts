import type { Cell } from "../notebooks/notebook.js";

/** What a lesson may hold at most: one main idea, and no plumbing. */
export const limits = { cells: 75, words: 3_600, imports: 30, lines: 15 } as const;

const textOf = ({ source }: Cell) => [source].flat().join("");
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;
const times = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/** What a lesson holds, counted. */
export interface LessonForm {
  readonly cells: number;
  readonly codeCells: number;
  readonly words: number;
  readonly imports: number;
  readonly predictions: number;
  readonly exercises: number;
  readonly explorers: number;
  /** The code cells that are longer than {@link limits} allow. */
  readonly long: readonly string[];
}

export function formOf(cells: readonly Cell[]): LessonForm {
  const codeCells = cells.filter((cell) => cell.cell_type === "code");
  const code = codeCells.map(textOf).join("\n");
  const prose = cells
    .filter((cell) => cell.cell_type === "markdown")
    .map(textOf)
    .join("\n");
  const imported = [...code.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
  return {
    cells: cells.length,
    codeCells: codeCells.length,
    words: wordsOf(prose),
    imports: new Set(imported).size,
    predictions: times(code, /^compare\(/gm),
    exercises: times(code, /\bexercise\("[^"]+"\)\.check\(/g),
    explorers: times(code, /\w*[eE]xplorer\(/g),
    long: codeCells.filter((cell) => textOf(cell).split("\n").length > limits.lines).map(({ id }) => id),
  };
}

/**
 * How long a lesson takes, in minutes, by one rule for all: 150 words a minute, 20 seconds for each cell of code and what it
 * shows, a minute for a prediction, four for an exercise, three for an explorer; up to the next five.
 */
export function minutesOf(form: LessonForm): number {
  const { words, codeCells, predictions, exercises, explorers } = form;
  const minutes = words / 150 + codeCells / 3 + predictions + 4 * exercises + 3 * explorers;
  return 5 * Math.ceil(minutes / 5);
}

/** What is too much, or too little, in a lesson; empty if it has the form of one. */
export function formFaults(cells: readonly Cell[]): string[] {
  const form = formOf(cells);
  const most = (name: "cells" | "words" | "imports") =>
    form[name] > limits[name] ? [`${form[name]} ${name}, ${limits[name]} at most`] : [];
  const between = (name: "predictions" | "exercises", low: number, high: number) =>
    form[name] < low || form[name] > high ? [`${form[name]} ${name}, not ${low} to ${high}`] : [];
  const minutes = minutesOf(form);
  const told = /\*\*Time:\*\* about (\d+) minutes/.exec(textOf(cells[0] as Cell))?.[1];
  return [
    ...most("cells"),
    ...most("words"),
    ...most("imports"),
    ...between("predictions", 3, 6),
    ...between("exercises", 4, 6),
    ...(form.explorers === 0 ? ["no explorer"] : []),
    ...form.long.map((id) => `cell ${id} is longer than ${limits.lines} lines`),
    ...(Number(told) === minutes ? [] : [`the title says ${told} minutes, the rule ${minutes}`]),
  ];
}
