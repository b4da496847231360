// A disk that lives in memory: texts by path, and the folders that hold them.
const files = new Map<string, string>();
const folders = new Map<string, Map<string, boolean>>();

/** Puts files onto the disk, with the folders that they lie in. */
export function mountFiles(texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    files.set(path, text);
    enter(path, false);
  }
}

/** Makes a folder. */
export function mountFolder(path: string): void {
  if (folders.has(path)) return;
  folders.set(path, new Map());
  if (path !== "/") enter(path, true);
}

function enter(path: string, isFolder: boolean): void {
  const at = path.lastIndexOf("/");
  const parent = path.slice(0, at) || "/";
  mountFolder(parent);
  folders.get(parent)?.set(path.slice(at + 1), isFolder);
}

export function textAt(path: string): string | undefined {
  return files.get(path);
}

export function isFolder(path: string): boolean {
  return folders.has(trimmed(path));
}

/** What is in a folder, by name: whether each is a folder. */
export function entriesIn(path: string): ReadonlyMap<string, boolean> | undefined {
  return folders.get(trimmed(path));
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
