// What a site has in its data/, as its builder lists it. Nothing in Node asks for it.
import { gunzip } from "./compression.js";
import { download } from "./download.js";
import { sha256 } from "./hash.js";

/** A file of the site. */
export interface SiteFile {
  /** Its place in `data/`. */
  readonly path: string;
  /** How many come over the line. */
  readonly bytes: number;
  /** Whether it is packed by gzip. */
  readonly packed?: boolean;
  /** Of what it holds, unpacked. */
  readonly sha256: string;
}

/** A set of digits in files of some thousand, each: first all pixels, then all labels. */
export interface SiteDigits {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly files: readonly (SiteFile & { readonly images: number })[];
}

/** `data/site.json`. */
export interface SiteList {
  readonly digits: { readonly train: SiteDigits; readonly t10k: SiteDigits };
  /** What only some lessons need, by source and name; a source is missing where the site was built without. */
  readonly optional: Readonly<Record<string, Readonly<Record<string, SiteFile>>>>;
}

let list: Promise<SiteList> | undefined;

/** What this site has. */
export function siteList(): Promise<SiteList> {
  list ??= download("site.json").then(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as SiteList,
    (error: unknown) => {
      list = undefined; // the next cell may try again
      throw error;
    },
  );
  return list;
}

/**
 * What a file of the site holds, held against its hash.
 *
 * @throws {Error} if it cannot be reached, or is another one
 */
export async function siteFile(
  { path, packed, sha256: stated }: SiteFile,
  report?: (bytes: number) => void,
): Promise<Uint8Array> {
  const found = await download(path, report);
  // Some hosts unpack it on the way.
  const bytes = packed && found[0] === 0x1f && found[1] === 0x8b ? await unpacked(found) : found;
  if ((await hashOf(bytes)) === stated) return bytes;
  throw new Error(
    `Cannot use data/${path}: it is not the file that belongs to this page. Load the page again.`,
  );
}

/** By the browser's own means where it has them, on another thread. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (typeof DecompressionStream === "undefined") return gunzip(bytes);
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Likewise: only secure pages have `crypto.subtle`. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: typeof globalThis.crypto.subtle };
  if (subtle === undefined) return sha256(bytes);
  const hash = new Uint8Array(await subtle.digest("SHA-256", Uint8Array.from(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
