import type { Listed } from "./fieldLists.js";
import ts from "./typescript.cjs";

/** What a doc comment says. */
export interface DocComment {
  readonly documentation?: readonly ts.SymbolDisplayPart[] | undefined;
  readonly tags?: readonly ts.JSDocTagInfo[] | undefined;
}

/** What is told first, and last; the tags that are none of these stand before `example`. */
const order = ["deprecated", "default", "defaultValue", "param", "returns", "return", "throws", "exception"];
const last = ["example", "see"];

/** Tags that are meant for the library's own pages. */
const unsaid = new Set(["doc", "docalias"]);

interface Tag {
  readonly name: string;
  readonly said: string;
}

/**
 * A doc comment as Markdown: its text, the fields of what it is about, its tags one by one. `declared` has the comments
 * themselves, `parameters` the fields of parameters by their names.
 */
export function documentationOf(
  { documentation = [], tags = [] }: DocComment,
  declared: ts.Symbol | undefined,
  fields = "",
  parameters: readonly Listed[] = [],
): string {
  const all: Tag[] = [];
  const sees = writtenSees(declared);
  // Those of a member may be inherited.
  const isWhole = sees.length === tags.filter(({ name }) => name === "see").length;
  for (const { name, text } of tags) {
    const said = ts.displayPartsToString(text as ts.SymbolDisplayPart[] | undefined).trim();
    const before = all.at(-1);
    // TypeScript takes the link in `@throws {@link RangeError} if …` for a tag of its own.
    if (name.startsWith("link") && before?.said.endsWith("{") === true)
      all.splice(-1, 1, { ...before, said: `${before.said}@${name} ${said}` });
    else if (!unsaid.has(name)) all.push({ name, said: (name === "see" && isWhole && sees.shift()) || said });
  }
  const named = new Set(all.map(({ name, said }) => (name === "param" ? /^\S+/.exec(said)?.[0] : undefined)));
  for (const { name } of parameters) if (!named.has(name)) all.push({ name: "param", said: name });
  const ordered = all.sort((a, b) => rank(a) - rank(b));
  const text = linked(ts.displayPartsToString(documentation as ts.SymbolDisplayPart[])).trim();
  // A tooltip is low: before a long text, what can be given.
  const isListed = fields !== "" || parameters.length > 0;
  const parts = isListed ? /^([\s\S]*?)(?:\n\s*\n([\s\S]*))?$/.exec(text)?.slice(1) : [text];
  const [first = "", more = ""] = parts ?? [];
  const isGiven = ({ name }: Tag): boolean => isListed && name === "param";
  const said = (some: readonly Tag[]): string[] => some.map((tag) => tagOf(tag, parameters));
  return [
    first,
    fields,
    ...said(ordered.filter(isGiven)),
    more,
    ...said(ordered.filter((tag) => !isGiven(tag))),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function rank({ name }: Tag): number {
  const [first, final] = [order.indexOf(name), last.indexOf(name)];
  return final === -1 ? (first === -1 ? order.length : first) : order.length + 1 + final;
}

function tagOf({ name, said }: Tag, parameters: readonly Listed[]): string {
  const head = `*@${name}*`;
  switch (name) {
    case "example": {
      const [, caption = "", code = ""] =
        /^(?:<caption>([\s\S]*?)<\/caption>\s*)?([\s\S]*)$/.exec(said) ?? [];
      const fenced = code.includes("```") ? code : `\`\`\`typescript\n${code}\n\`\`\``;
      return `${`${head} ${caption}`.trim()}\n\n${fenced}`;
    }
    case "param": {
      const [, parameter = "", words = ""] = /^(\{[^}]*\}|\S+)\s*(?:[-:]\s+)?([\s\S]*)$/.exec(said) ?? [];
      const fields = parameters.filter((each) => each.name === parameter).map(({ list }) => list);
      const line = `${head} \`${parameter}\`${words === "" ? "" : `: ${linked(words)}`}`;
      return [line, ...fields].join("\n\n");
    }
    case "default":
    case "defaultValue":
      return `${head} ${defaultOf(said)}`;
    default:
      return `${head} ${linked(said.replace(/^\{([^{}@]*)\}\s*/, "`$1` "))}`.trimEnd();
  }
}

/** A value that goes without saying, `{128}` or `128`: code as code, words as words. */
export function defaultOf(said: string): string {
  const [, inner = said, rest = ""] = /^\{([\s\S]*?)\}(?!\})\s*([\s\S]*)$/.exec(said) ?? [];
  const isWords = /^[a-z]+ \w/i.test(inner) || inner.includes("`");
  return `${isWords ? inner.trim() : `\`${inner.trim()}\``}${rest === "" ? "" : ` ${linked(rest)}`}`;
}

/** What each `@see` says as it was written: TypeScript takes its first word for a name and puts a blank after it. */
function writtenSees(declared: ts.Symbol | undefined): string[] {
  const tags = (declared?.declarations ?? []).flatMap((declaration) => ts.getJSDocTags(declaration));
  return tags.filter(ts.isJSDocSeeTag).map((tag) => {
    const text = tag.getSourceFile().text.slice(tag.tagName.end, tag.end);
    const lines = text.replace(/\r?\n[ \t]*\*(?!\/) ?/g, "\n");
    return lines.replace(/\*\/?\s*$/, "").trim();
  });
}

/** `{@link Name}` and `{@link https://… words}` as Markdown. */
export function linked(text: string): string {
  return text
    .replace(/\]\(\s+/g, "](")
    .replace(
      /\{@link(?:code|plain)?\s+([^}|\s]+)(?:\s*\|\s*|\s+)?([^}]*)\}/g,
      (_, to: string, words: string) => {
        const said = words.trim();
        if (/^https?:/.test(to)) return said === "" ? `<${to}>` : `[${said}](${to})`;
        return said === "" ? `\`${to}\`` : said;
      },
    );
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  const [paragraph = ""] = linked(text)
    .trim()
    .split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, " ").trim();
  return /^.*?(?<!\b(?:e\.g|i\.e|vs|etc))[.?!](?=\s+["`A-Z0-9]|$)/.exec(line)?.[0] ?? line;
}
