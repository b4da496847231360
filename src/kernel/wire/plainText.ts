/** Markdown as a front end shows it that shows only text: examples indented, tags and addresses as they are written. */
export function plainText(markdown: string): string {
  let fence: string | undefined;
  const lines = markdown.split("\n").flatMap((line) => {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined && mark !== undefined) {
      fence = mark;
      return [];
    }
    if (fence === undefined) return [plainLine(line)];
    if (mark?.startsWith(fence) && line.trim() === mark) {
      fence = undefined;
      return [];
    }
    return [line === "" ? "" : `    ${line}`];
  });
  return lines.join("\n");
}

function plainLine(line: string): string {
  return line
    .replace(/^\*(@[\w-]+)\*/, "$1")
    .replace(/^(@[\w-]+ )`([^`]*)`/, "$1$2")
    .replace(/^( *- )`([^`]*)`/, "$1$2")
    .replace(/\[([^\]]*)\]\((https?:[^)\s]*)\)/g, (_, words, to) => (words === to ? to : `${words} (${to})`))
    .replace(/<(https?:[^>\s]*)>/g, "$1");
}
