import { offer } from "../../lab/federation.js";
import { prepare } from "../kernel/page.js";
import { registerOffline } from "../offline/register.js";
import { kernelFolder, siteFolder } from "./places.js";
import { pluginsOf } from "./plugins.js";
import { readMeanwhile } from "./reading.js";
import { takeShared } from "./shared.js";
import styles from "./styles.css";

declare global {
  interface Window {
    /** What the page waits for a moment, before JupyterLab's scripts keep it busy. */
    convlabShown?: Promise<void>;
  }
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
  offer("convlab", async (scope) => pluginsOf(await takeShared(scope), reading));
}
