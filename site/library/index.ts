// The library in a browser, as the kernel's worker loads it.
import * as convlab from "../../dist/index.js";
import * as arithmetic from "../../dist/arithmetic/index.js";
import * as charts from "../../dist/charts/index.js";
import * as lessons from "../../dist/lessons/index.js";
import { setWasmBackend } from "../../dist/networks/wasm/setWasmBackend.js";
import { initResvg } from "./standins/resvg.js";

/** The packages that cells may import. */
export const modules = {
  convlab,
  "convlab/lessons": lessons,
  "convlab/arithmetic": arithmetic,
  "convlab/charts": charts,
} as const;

const here = (path: string) => new URL(path, import.meta.url).href;

/** Makes TensorFlow ready. */
export async function start(): Promise<void> {
  await setWasmBackend(here("./"));
}

/** Makes pictures ready. */
export async function startPictures(): Promise<void> {
  await initResvg(here("resvg.wasm"), [here("fonts/NotoSans-Regular.ttf"), here("fonts/NotoSans-Bold.ttf")]);
}
