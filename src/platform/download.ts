import { joined } from "./joined.js";

// How files of the site come to the library in a browser. Nothing in Node asks for it.

/** Shows how far a download is, in bytes. */
export interface DownloadBar {
  update(done: number): void;
  done(): void;
}

/** Makes a bar for so many bytes; whoever can draw one says how. */
export type ShowDownload = (what: string, bytes: number) => DownloadBar;

let showDownload: ShowDownload | undefined;

/** Says how downloads that take a while are shown. */
export function showDownloads(show: ShowDownload): void {
  showDownload = show;
}

/** A bar for a download, or one that nobody sees. */
export function downloadBar(what: string, bytes: number): DownloadBar {
  return showDownload?.(what, bytes) ?? { update: () => {}, done: () => {} };
}

/**
 * A file of the site, from beside the library.
 *
 * @param path its place in `data/`
 * @param report hears how many bytes are there
 * @throws {Error} if the site has no such file, with the code ENOENT, or cannot be reached
 */
export async function download(path: string, report?: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(new URL(`../data/${path}`, import.meta.url)).catch((cause) => {
    const message = `Cannot fetch data/${path}: the site does not answer. Look at the connection and run the cell again.`;
    throw new Error(message, { cause });
  });
  if (!response.ok) {
    const code = response.status === 404 ? "ENOENT" : `HTTP ${response.status}`;
    throw Object.assign(new Error(`Cannot fetch data/${path}: the site answers ${response.status}.`), {
      code,
    });
  }
  if (report === undefined || response.body === null) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of streamed(response.body)) {
    parts.push(part);
    length += part.length;
    report(length);
  }
  return joined(parts);
}

/** Not all browsers walk a stream by themselves. */
async function* streamed(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
