import type { CellCompiler } from "../compile/types.js";
import type { Answer, Question, Taught } from "../protocol.js";
import type { Comms } from "./comms.js";

/** Answers a question of the front. */
export function answerTo(question: Question, compiler: CellCompiler, comms: Comms): Answer {
  switch (question.about) {
    case "complete":
      return compiler.complete(question.code, question.cursor);
    case "inspect":
      return compiler.inspect(question.code, question.cursor, question.detail);
    case "isComplete":
      return compiler.isComplete(question.code);
    case "comms":
      return comms.list();
  }
}

/** Takes note of what a cell declares that runs elsewhere. One that does not compile declares nothing. */
export function learn({ code, run, count }: Taught, compiler: CellCompiler): void {
  try {
    compiler.compile(code, run, count);
  } catch {}
}
