import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { SiteFile, SiteList } from "../../src/platform/siteFiles.js";

/** A site that lives in this process: what its data/ holds, and what was asked for. */
export interface FakeSite {
  readonly files: Map<string, Uint8Array>;
  readonly asked: string[];
  /** Adds a file and gives its line of the list. */
  add(path: string, content: Uint8Array, packed?: boolean): SiteFile;
  /** Writes the list. */
  list(list: SiteList): void;
  end(): void;
}

/** Answers what the library fetches from data/. */
export function fakeSite(): FakeSite {
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const path = /\/data\/(.*)$/.exec(String(address))?.[1] ?? "";
    asked.push(path);
    const found = files.get(path);
    return found ? new Response(Uint8Array.from(found)) : new Response("", { status: 404 });
  };
  return {
    files,
    asked,
    add(path, content, packed = false) {
      const bytes = packed ? gzipSync(content) : content;
      files.set(path, bytes);
      const sha256 = createHash("sha256").update(content).digest("hex");
      return { path, bytes: bytes.length, ...(packed && { packed }), sha256 };
    },
    list: (list) => void files.set("site.json", Buffer.from(JSON.stringify(list))),
    end: () => {
      globalThis.fetch = before;
    },
  };
}
