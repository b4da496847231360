import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lessonFiles } from "../lessonNotebooks.mjs";
import { disabled, settings } from "./labSettings.mjs";
import { liteConfig } from "./liteConfig.mjs";

/** Who opens the folder itself is sent to the first lesson. */
export const redirectPage = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>convlab</title>
<meta http-equiv="refresh" content="0; url=lab/index.html">
<p><a href="lab/index.html">The lessons</a></p>
</html>
`;

/**
 * The page in which JupyterLab starts: its configuration stands in it, so that nothing has to be fetched for it, and
 * what will be asked for anyway is announced at once.
 *
 * @param {string} root
 * @param {string} made
 * @param {string} extension the file of our extension, below extensions/convlab
 */
export function labPage(root, made, extension) {
  const config = {
    ...liteConfig(made),
    appName: "convlab",
    appVersion: "",
    defaultKernelName: "tslab",
    faviconUrl: "./icon.svg",
    settingsUrl: "../build/schemas",
    contentsAllJsonFile: "all.json",
    exposeAppInBrowser: "true",
    disabledExtensions: disabled,
    settingsOverrides: settings,
    firstLesson: lessonFiles(root)[0],
    federated_extensions: [{ name: "convlab", load: extension, extension: "./extension" }],
  };
  const text = JSON.stringify(config).replaceAll("<", "\\u003c");
  return readFileSync(join(root, "site", "lab", "page.html"), "utf8")
    .replace(">{}</script>", () => `>${text}</script>`)
    .replace("<!-- preloads -->", () => preloads(root, made))
    .replaceAll("<!-- extension -->", () => `../extensions/convlab/${extension}`);
}

/**
 * @param {string} root
 * @param {string} made
 */
function preloads(root, made) {
  const list = readFileSync(join(root, "site", "lab", "preloads.txt"), "utf8");
  const files = list.split("\n").filter((line) => line && !line.startsWith("#"));
  const missing = files.find((file) => !existsSync(join(made, file)));
  if (missing !== undefined)
    throw new Error(
      `Cannot announce ${missing}: JupyterLite's build has no such file. Make site/lab/preloads.txt anew by node scripts/site/preloads.mjs.`,
    );
  return files.map((file) => `<link rel="preload" as="script" href="../${file}">`).join("\n    ");
}
