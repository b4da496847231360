import type { ReaderFiles } from "../kernel/files.js";
import { bytesOf, saveOptionsFor } from "./bytes.js";
import type { Contents, Model } from "./drive.js";

/** The reader's files as cells see them: what JupyterLab lists, with paths as seen from the folder of the notebook. */
export function readerFiles(contents: Contents, folder: string): ReaderFiles {
  const get = async (path: string, content = true): Promise<Model | undefined> => {
    try {
      return await contents.get(resolved(folder, path), { content });
    } catch {
      return undefined;
    }
  };
  return {
    async read(path) {
      const model = await get(path);
      return model === undefined || model.type === "directory" ? undefined : bytesOf(model);
    },
    async write(path, bytes) {
      const whole = resolved(folder, path);
      await makeFolders(contents, whole);
      await contents.save(whole, saveOptionsFor(whole, bytes));
    },
    async list(path) {
      const model = await get(path);
      if (model?.type !== "directory") return undefined;
      return (model.content as Model[]).map(({ name, type }) => ({ name, folder: type === "directory" }));
    },
  };
}

/** `pictures/./a.png` below a folder, without dots; the folder of all files is "". */
export function resolved(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The folders above a file, as far as they are not there: JupyterLite saves no file into a missing one. */
export async function makeFolders(contents: Contents, path: string): Promise<void> {
  const parts = path.split("/").slice(0, -1);
  for (let i = 1; i <= parts.length; i += 1) {
    const folder = parts.slice(0, i).join("/");
    const there = await contents.get(folder, { content: false }).catch(() => undefined);
    if (there === undefined) await contents.save(folder, { type: "directory", format: "json" });
  }
}
