import { prepare } from "../kernel/page.js";
import { registerOffline } from "../offline/register.js";
import { kernelFolder, siteFolder } from "./places.js";
import { pluginsOf } from "./plugins.js";
import { readMeanwhile } from "./reading.js";
import { type ShareScope, takeShared } from "./shared.js";
import styles from "./styles.css";

declare global {
  interface Window {
    _JUPYTERLAB?: Record<string, Container>;
    /** What the page waits for a moment, before JupyterLab's scripts keep it busy. */
    convlabShown?: Promise<void>;
  }
}

/** What JupyterLab expects of an extension that was built apart from it: a container of module federation. */
interface Container {
  init(scope: ShareScope): void;
  get(module: string): Promise<() => { readonly default: unknown; readonly __esModule: true }>;
}

// The page asks for this script, and JupyterLab once more.
if (window._JUPYTERLAB?.convlab === undefined) begin();

function begin(): void {
  // Before JupyterLab has so much as begun: its start and the kernel's take their time side by side.
  prepare(kernelFolder());
  registerOffline(new URL(siteFolder()));
  const reading = readMeanwhile(new URL(location.href).searchParams.get("path") ?? "");
  window.convlabShown = reading.shown;
  const style = document.createElement("style");
  style.textContent = styles;
  document.head.append(style);
  let scope: ShareScope = {};
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.convlab = {
    init: (given) => {
      scope = given;
    },
    get: async () => {
      const plugins = pluginsOf(await takeShared(scope), reading);
      return () => ({ default: plugins, __esModule: true });
    },
  };
}
