import ts from "./typescript.cjs";

/** What JSX becomes: calls of a function that the cell names, or of one from a package. */
export type Jsx =
  | {
      readonly runtime: "classic";
      readonly factory: string;
      readonly fragment: string;
      readonly comments: string;
    }
  | {
      readonly runtime: "automatic";
      readonly source: string;
      readonly dev: boolean;
      readonly comments: string;
    };

const setting =
  'Put "jsx": "react-jsx" into the compilerOptions of a tsconfig.json beside the notebook, or begin the cell with ' +
  "/** @jsxImportSource react */ or /** @jsx h */.";

/** What a cell that has JSX is told where nothing says what it becomes, or that it is to stay. */
export function refusalOf(options: ts.CompilerOptions): string {
  const stays = options.jsx === ts.JsxEmit.Preserve || options.jsx === ts.JsxEmit.ReactNative;
  return stays
    ? `JSX cannot stay as it is in a cell that runs. ${setting}`
    : `JSX needs a setting. ${setting}`;
}

/** What comments at the beginning of a cell or the notebook's options make of JSX; undefined where they say nothing. */
export function jsxOf(source: string, options: ts.CompilerOptions): Jsx | undefined {
  const said = pragmasOf(source);
  const runtime = said.get("jsxruntime") ?? runtimeOf(said, options);
  if (runtime === undefined) return undefined;
  const dev = options.jsx === ts.JsxEmit.ReactJSXDev;
  if (runtime === "automatic") {
    const source = said.get("jsximportsource") ?? options.jsxImportSource ?? "react";
    return { runtime, source, dev, comments: said.size > 0 ? `/** @jsxImportSource ${source} */ ` : "" };
  }
  const namespace = options.reactNamespace ?? "React";
  const factory = said.get("jsx") ?? options.jsxFactory ?? `${namespace}.createElement`;
  const fragment = said.get("jsxfrag") ?? options.jsxFragmentFactory;
  const comments = [
    "/** @jsxRuntime classic */",
    ...(said.has("jsx") ? [`/** @jsx ${factory} */`] : []),
    ...(said.has("jsxfrag") ? [`/** @jsxFrag ${fragment} */`] : []),
  ];
  return {
    runtime: "classic",
    factory,
    fragment: fragment ?? `${namespace}.Fragment`,
    comments: said.size > 0 ? `${comments.join(" ")} ` : "",
  };
}

function runtimeOf(
  said: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
): Jsx["runtime"] | undefined {
  if (said.has("jsximportsource")) return "automatic";
  if (said.has("jsx")) return "classic";
  if (options.jsx === ts.JsxEmit.ReactJSX || options.jsx === ts.JsxEmit.ReactJSXDev) return "automatic";
  if (options.jsx === ts.JsxEmit.React) return "classic";
  if (options.jsx !== undefined) return undefined;
  if (options.jsxImportSource !== undefined) return "automatic";
  return options.jsxFactory === undefined ? undefined : "classic";
}

/** `@jsx`, `@jsxFrag`, `@jsxImportSource` and `@jsxRuntime` of the comments before a cell's first statement. */
function pragmasOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!source.includes("@jsx")) return found;
  for (const { kind, pos, end } of ts.getLeadingCommentRanges(source, 0) ?? []) {
    if (kind !== ts.SyntaxKind.MultiLineCommentTrivia) continue;
    const text = source.slice(pos, end);
    for (const [, name = "", value = ""] of text.matchAll(/@(jsx\w*)[ \t]+([^\s*]+)/g))
      found.set(name.toLowerCase(), value);
  }
  return found;
}

/** The module that holds the functions which JSX becomes calls of. */
export function runtimeModule({ source, dev }: Extract<Jsx, { runtime: "automatic" }>): string {
  return `${source}/${dev ? "jsx-dev-runtime" : "jsx-runtime"}`;
}

/** The names that JSX stands for in a cell though nobody writes them there: `h`, `React`. */
export function namesOf(jsx: Jsx | undefined): string[] {
  if (jsx?.runtime !== "classic") return [];
  return [jsx.factory, jsx.fragment].map((name) => name.split(".")[0] ?? name);
}
