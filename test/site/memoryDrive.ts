import type { Drive, Model, Store } from "../../site/lab/drive.js";

/** JupyterLite's drive, as far as it is used, in memory; `date` tells it when all was changed. */
export function memoryDrive(): Drive & { date(time: string): void } {
  const items = new Map<string, Model>();
  const store: Store = {
    getItem: async (key) => items.get(key) ?? null,
    setItem: async (key, value) => items.set(key, value),
    removeItem: async (key) => {
      items.delete(key);
    },
    keys: async () => [...items.keys()],
  };
  const below = (folder: string) =>
    [...items.values()].filter(({ path }) => path.replace(/\/?[^/]*$/, "") === folder);
  return {
    storage: Promise.resolve(store),
    async get(path) {
      const item = items.get(path);
      if (item === undefined) throw new Error(`Cannot find ${path}.`);
      return item.type === "directory" ? { ...item, content: below(path) } : item;
    },
    async save(path, { type = "file", format = "base64", content = null }) {
      const folder = path.replace(/\/?[^/]*$/, "");
      if (folder !== "" && !items.has(folder)) throw new Error(`Directory does not exist: ${folder}`);
      const name = path.replace(/^.*\//, "");
      const item = { name, path, type, format, content, last_modified: new Date().toISOString() };
      items.set(path, item);
      return item;
    },
    date(time) {
      for (const [path, item] of items) items.set(path, { ...item, last_modified: time });
    },
  };
}
