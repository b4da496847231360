import type { CellCompiler } from "../compile/types.js";
import type { Question } from "../protocol.js";

/** Answers a question about the text of a cell, in the form that a front end gets. */
export function answerTo(compiler: CellCompiler, question: Exclude<Question, { about: "comms" }>): object {
  const { code } = question;
  if (question.about === "isComplete") {
    const { status, indent } = compiler.isComplete(code);
    return status === "incomplete" ? { status, indent } : { status };
  }
  if (question.about === "complete") return completion(compiler, code, question.cursor);
  const found = compiler.inspect(code, question.cursor);
  if (found === undefined) return { found: false, data: {}, metadata: {} };
  const { signature, documentation } = found;
  const markdown = `\`\`\`typescript\n${signature}\n\`\`\`${documentation === "" ? "" : `\n\n${documentation}`}`;
  const plain = documentation === "" ? signature : `${signature}\n\n${documentation}`;
  return { found: true, data: { "text/markdown": markdown, "text/plain": plain }, metadata: {} };
}

function completion(compiler: CellCompiler, code: string, cursor: number): object {
  const { matches, start, end } = compiler.complete(code, cursor);
  const types = matches.map(({ text, type }) => ({ start, end, text, type }));
  return {
    matches: matches.map(({ text }) => text),
    start,
    end,
    metadata: { _jupyter_types_experimental: types },
  };
}
