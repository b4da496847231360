// The twin of `optionalSource.ts` in a browser: the files are the site's, where it was built with them.
import { downloadBar } from "../platform/download.js";
import { type SiteFile, siteFile, siteList } from "../platform/siteFiles.js";
import type { SourceReport } from "./optionalSource.js";

export type { SourceReport } from "./optionalSource.js";

/** Makes sure that the site has it. Its files come when they are asked for. */
export async function optionalSource(id: string, _report?: SourceReport): Promise<string> {
  await filesOf(id);
  return `data/optional/${id}`;
}

export async function optionalFile(id: string, file: string, report?: SourceReport): Promise<Uint8Array> {
  const found = (await filesOf(id))[file];
  if (found === undefined) throw new Error(`Cannot fetch ${file} of ${id}: this site was built without it.`);
  const bar = report ? undefined : downloadBar(file, found.bytes);
  try {
    return await siteFile(found, (bytes) => {
      bar?.update(bytes);
      report?.(bytes / found.bytes, file);
    });
  } finally {
    bar?.done();
  }
}

async function filesOf(id: string): Promise<Readonly<Record<string, SiteFile>>> {
  const files = (await siteList()).optional[id];
  if (files !== undefined) return files;
  throw new Error(
    `Cannot fetch ${id}: this site was built without it. The installation on one's own computer fetches it.`,
  );
}
