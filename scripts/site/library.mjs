// The library for a browser: bundled from dist/ into dist-site/kernel/, with what it fetches from beside itself.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { licences } from "./pages/licences.mjs";

/** What lies beside the library: from which place, under which name. */
const beside = {
  "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm":
    "tfjs-backend-wasm-simd.wasm",
  "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm": "tfjs-backend-wasm.wasm",
  "node_modules/@resvg/resvg-wasm/index_bg.wasm": "resvg.wasm",
  "data/fonts/NotoSans-Regular.ttf": "fonts/NotoSans-Regular.ttf",
  "data/fonts/NotoSans-Bold.ttf": "fonts/NotoSans-Bold.ttf",
  "data/fonts/OFL.txt": "fonts/OFL.txt",
};

/**
 * `kernel/library.js` and its chunks. Which file takes the place of one that needs Node, the table `browser` of package.json says.
 *
 * @param {string} root
 * @param {string} out
 */
export async function buildLibrary(root, out) {
  const folder = join(out, "kernel");
  mkdirSync(join(folder, "fonts"), { recursive: true });
  for (const file of readdirSync(folder)) if (/^library[-.]/.test(file)) rmSync(join(folder, file));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      library: "site/library/index.ts",
      "library-trial": "site/library/backends/trial.ts",
    },
    outdir: folder,
    chunkNames: "library-[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    plugins: [bytesForJpeg, oneThread],
    metafile: true,
    logLevel: "warning",
  });
  for (const [from, to] of Object.entries(beside)) cpSync(join(root, from), join(folder, to));
  writeFileSync(join(folder, "library-licences.txt"), licences(root, packagesOf(metafile)));
  for (const line of sizes(root, metafile)) console.log(`  ${line}`);
}

/** The encoder of jpeg-js gives a `Buffer`, which a browser has not; of it, it uses only `from`. */
const bytesForJpeg = {
  name: "bytes for jpeg-js",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[\\/]jpeg-js[\\/]lib[\\/]encoder\.js$/ }, ({ path }) => ({
      contents: `const Buffer = Uint8Array;\n${readFileSync(path, "utf8")}`,
    }));
  },
};

/** The backend's build for several threads is never started: `setWasmBackend` says why. */
const oneThread = {
  name: "one thread",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /tfjs-backend-wasm-threaded-simd(?:\.worker)?\.js$/ }, () => ({
      contents: "export default undefined; export const wasmWorkerContents = '';",
    }));
  },
};

/** The package that a file is of, by its path. Some are held by another package in a version of their own. */
const packageName = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/;

/** @param {import("esbuild").Metafile} metafile */
function packagesOf({ inputs }) {
  const used = Object.keys(inputs).filter((path) => !path.startsWith("(disabled)"));
  return new Set(used.flatMap((path) => packageName.exec(path)?.[1] ?? []));
}

/**
 * A line for each larger file: its size as it comes over the line, and whose code it is.
 *
 * @param {string} root
 * @param {import("esbuild").Metafile} metafile
 */
function sizes(root, { outputs }) {
  const lines = Object.entries(outputs).map(([file, { inputs, imports }]) => {
    const packed = gzipSync(readFileSync(join(root, file)), { level: 9 }).length;
    /** @type {Map<string, number>} */
    const owners = new Map();
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const owner = packageName.exec(path)?.[1] ?? "convlab";
      owners.set(owner, (owners.get(owner) ?? 0) + bytesInOutput);
    }
    const most = [...owners].sort((a, b) => b[1] - a[1]).slice(0, 6);
    const whose = most.map(([owner, bytes]) => `${owner} ${kilobytes(bytes)}`).join(", ");
    const atOnce = imports.filter(({ kind }) => kind === "import-statement").length;
    return { packed, text: `${basename(file)}: ${kilobytes(packed)} packed (${whose}), loads ${atOnce}` };
  });
  const large = lines.filter(({ packed }) => packed >= 8000).sort((a, b) => b.packed - a.packed);
  const rest = lines.filter(({ packed }) => packed < 8000);
  const sum = rest.reduce((total, { packed }) => total + packed, 0);
  return [...large.map(({ text }) => text), `${rest.length} small files: ${kilobytes(sum)} packed`];
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
