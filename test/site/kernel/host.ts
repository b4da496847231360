// A folder with a kernel for pages, and a host that serves it.
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const page = `<!doctype html><meta charset="utf-8"><title>kernel</title><script type="module">
  import { PageKernel } from "./kernel/page.js";
  const send = (message) => heard({ ...message, buffers: message.buffers.map((bytes) => [...bytes]) });
  const files = new Map([["words.txt", new TextEncoder().encode("some words")]]);
  window.newKernel = () => new PageKernel({
    kernelFolder: new URL("kernel/", location.href).href, notebook: "course/03.ipynb", send, log: logged,
    files: {
      async read(path) { return files.get(path); },
      async write(path, bytes) { files.set(path, bytes); },
      async list() { return [...files.keys()].map((name) => ({ name, folder: false })); },
    },
  });
  window.kernel = newKernel();
</script>`;

/** What stands for the library: its arithmetic, and a training that listens for the stop. */
const library = `
  import * as arithmetic from "./dist/arithmetic/index.js";
  export const modules = { convlab: arithmetic, "convlab/lessons": arithmetic, "convlab/arithmetic": arithmetic, "convlab/charts": arithmetic };
  export async function start() {}
  export async function startPictures() {}
`;

let built: Promise<string> | undefined;

/** Builds the kernel into a folder, once. */
export function builtKernel(): Promise<string> {
  built ??= buildInto(mkdtempSync(join(tmpdir(), "convlab-page-")));
  return built;
}

async function buildInto(out: string): Promise<string> {
  process.on("exit", () => rmSync(out, { recursive: true, force: true }));
  const { buildKernel } = await import("../../../scripts/site/kernel.mjs");
  const { buildTypes } = await import("../../../scripts/site/types.mjs");
  await buildKernel(root, out);
  await buildTypes(root, out);
  mkdirSync(join(out, "kernel"), { recursive: true });
  await build({
    stdin: { contents: library, resolveDir: root },
    ...{ bundle: true, format: "esm", platform: "browser", outfile: join(out, "kernel", "library.js") },
  });
  writeFileSync(join(out, "index.html"), page);
  return out;
}

export interface Host {
  readonly address: string;
  close(): void;
}

const kinds: Record<string, string> = {
  ".js": "text/javascript",
  ".html": "text/html",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves a folder. `isolated`: with the headers that let a page share memory with its workers. */
export async function hostOf(folder: string, isolated: boolean): Promise<Host> {
  const headers = isolated
    ? { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" }
    : {};
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? "/", "http://host").pathname);
    const file = path.endsWith("/") ? join(path, "index.html") : path;
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": kinds[extname(file)] ?? "application/octet-stream",
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
