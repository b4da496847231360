import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Cell } from "../notebooks/notebook.js";

const machinePath =
  /(?<![\w./:~-])\/(?:home|root|Users|tmp|private|work|mnt|opt|usr|var)\/[\w.-]+|\b[A-Z]:\\\\Users/;
const longestCell = 20;
const maximumBytes = 1_000_000;

/** A committed notebook's source is a string or a list of lines. */
interface Committed {
  nbformat: number;
  nbformat_minor: number;
  metadata: { kernelspec?: { name?: string }; [key: string]: unknown };
  cells: (Omit<Cell, "source"> & { source: string | string[] })[];
}

export function cellsOf(content: string): Cell[] {
  const { cells } = JSON.parse(content) as Committed;
  return cells.map((cell) => ({ ...cell, source: [cell.source].flat().join("") }));
}

/** What is wrong with a committed notebook at `path`, each as a sentence. */
export function faultsOf(path: string, content: string): string[] {
  const faults: string[] = [];
  const { nbformat, nbformat_minor, metadata } = JSON.parse(content) as Committed;
  const cells = cellsOf(content);
  const code = cells.filter((cell) => cell.cell_type === "code");
  if (nbformat !== 4 || nbformat_minor !== 5)
    faults.push(`is nbformat ${nbformat}.${nbformat_minor}, not 4.5`);
  const allowed = ["convlab", "kernelspec", "language_info"];
  for (const key of Object.keys(metadata)) {
    if (!allowed.includes(key)) faults.push(`holds the metadata ${key}`);
  }
  if (metadata.kernelspec?.name !== "tslab") faults.push("is not for tslab");
  if (!/^# \S/.test(cells[0]?.source ?? "")) faults.push("does not open with a title");
  if (Buffer.byteLength(content) > maximumBytes) faults.push("is larger than 1 MB");
  const ids = cells.map((cell) => cell.id);
  if (new Set(ids).size < ids.length || !ids.every((id) => /^[\w-]{1,64}$/.test(id ?? "")))
    faults.push("has bad cell ids");
  const tagged = (tag: string) => code.filter((cell) => cell.metadata?.tags?.includes(tag)).length;
  if (tagged("parameters") !== 1) faults.push(`has ${tagged("parameters")} cells tagged parameters`);
  if (tagged("injected-parameters") > 0) faults.push("was committed with quick values");
  if (tagged("raises-exception") > 0) faults.push("expects errors, after which stock tslab skips cells");
  for (const [index, cell] of code.filter(({ source }) => source.trim() !== "").entries()) {
    const where = `cell ${cell.id}`;
    if (cell.source.split("\n").length > longestCell)
      faults.push(`${where} is longer than ${longestCell} lines`);
    if (cell.execution_count !== index + 1)
      faults.push(`${where} has count ${cell.execution_count}, not ${index + 1}`);
    const output = JSON.stringify(cell.outputs, (key, value) =>
      /^image\/(png|jpeg)$/.test(key) ? "" : value,
    );
    if (output.includes('"output_type":"error"') || /\\n\s+at .+:\d+:\d+/.test(output))
      faults.push(`${where} shows an error`);
    const found = machinePath.exec(output);
    if (found) faults.push(`${where} shows the path ${found[0]}`);
    for (const name of importsOf(cell.source)) {
      const open = ["convlab", "convlab/lessons"].includes(name);
      if (!open && !(name.startsWith("node:") && isBuiltin(name))) {
        faults.push(`${where} imports ${name}: only convlab, convlab/lessons and node: are public`);
      }
    }
  }
  for (const { id, cell_type, source } of cells) {
    if (cell_type === "markdown")
      faults.push(...brokenLinks(path, source).map((link) => `cell ${id} links to ${link}, not there`));
  }
  return faults;
}

function importsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The relative links of Markdown text in the file at `path` that lead nowhere. */
export function brokenLinks(path: string, markdown: string): string[] {
  const prose = markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, "");
  const targets = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:src|href)="([^"]+)"/g)];
  return targets
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((target) => !/^(?:[a-z]+:|#)/i.test(target))
    .filter((target) => !existsSync(join(dirname(path), decodeURIComponent(target.split("#")[0] ?? ""))));
}
