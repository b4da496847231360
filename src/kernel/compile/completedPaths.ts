import type { Completion } from "../protocol.js";
import { continuing, escaped } from "./continuing.js";
import type { PathMatch } from "./paths.js";
import type { Quoted } from "./strings.js";
import type ts from "./typescript.cjs";

/** The part of a path after its last slash, and what can stand there. */
export function completedPath(
  file: ts.SourceFile,
  position: number,
  { node, start, begun }: Quoted,
  found: readonly PathMatch[],
): Completion {
  const folder = begun.slice(0, begun.lastIndexOf("/") + 1);
  const from = Math.max(start, file.text.lastIndexOf("/", position - 1) + 1);
  const quote = file.text.charAt(start - 1);
  const isOpen = (node as { isUnterminated?: boolean }).isUnterminated === true;
  const rest = file.text.slice(position, isOpen ? node.end : node.end - 1);
  const end = position + (/^[^/\s"'`;,)\]}]*/.exec(rest)?.[0].length ?? 0);
  // Where a slash follows, only a folder fits, which brings none of its own.
  const isFolder = file.text.charAt(end) === "/";
  const fitting = found.filter(({ type }) => !isFolder || type !== "file");
  const matches = continuing(
    fitting.map(({ path, type }) => ({ name: path, type })),
    begun,
  ).map(({ name, type }) => {
    const text = escaped(name.slice(folder.length), quote);
    return { text: isFolder ? text.replace(/\/$/, "") : text, type };
  });
  return { matches, start: from, end };
}
