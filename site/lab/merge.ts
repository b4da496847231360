import type { WorkFile } from "./archive.js";
import { bytesOf, saveOptionsFor } from "./bytes.js";
import { freeName } from "./copies.js";
import type { Contents, Drive } from "./drive.js";
import { makeFolders } from "./readerFiles.js";

/** A file that comes in while the reader keeps another one of that name. */
export interface Clash {
  readonly file: WorkFile;
  /** When the kept one was last changed. */
  readonly kept: string;
  readonly newer: "uploaded" | "kept" | "unknown";
}

export interface MergePlan {
  readonly fresh: readonly WorkFile[];
  readonly same: readonly WorkFile[];
  readonly clashes: readonly Clash[];
}

/** What of an upload is new here, what is here already, and what differs from what is here. */
export async function planMerge(drive: Drive, files: readonly WorkFile[]): Promise<MergePlan> {
  const store = await drive.storage;
  const fresh: WorkFile[] = [];
  const same: WorkFile[] = [];
  const clashes: Clash[] = [];
  for (const file of files) {
    const kept = await store.getItem(file.path);
    if (kept === null) fresh.push(file);
    else if (textOf(file.path, bytesOf(kept)) === textOf(file.path, file.bytes)) same.push(file);
    else clashes.push({ file, kept: kept.last_modified, newer: newerOf(file.modified, kept.last_modified) });
  }
  return { fresh, same, clashes };
}

export type Choice = "both" | "uploaded" | "kept";

/** Does what was planned and chosen; returns where the files are now. Nothing is replaced but by the choice "uploaded". */
export async function merge(contents: Contents, plan: MergePlan, choice: Choice): Promise<string[]> {
  const places: string[] = [];
  const put = async (path: string, { bytes }: WorkFile) => {
    await makeFolders(contents, path);
    await contents.save(path, saveOptionsFor(path, bytes));
    places.push(path);
  };
  for (const file of plan.fresh) await put(file.path, file);
  for (const { file } of plan.clashes) {
    if (choice === "uploaded") await put(file.path, file);
    if (choice === "both") await put(await freeName(contents, file.path, "uploaded"), file);
  }
  return places;
}

function newerOf(uploaded: string | undefined, kept: string): Clash["newer"] {
  if (uploaded === undefined || Number.isNaN(Date.parse(uploaded))) return "unknown";
  return Date.parse(uploaded) > Date.parse(kept) ? "uploaded" : "kept";
}

/** What is compared: of a notebook what it says, however its file was written. */
function textOf(path: string, bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  if (!path.endsWith(".ipynb")) return text;
  try {
    return JSON.stringify(sorted(JSON.parse(new TextDecoder().decode(bytes))));
  } catch {
    return text;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
