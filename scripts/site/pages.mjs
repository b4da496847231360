// The plain pages of the site: the start page, a page for each lesson, and the README and docs they lead to.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Assets } from "./pages/assets.mjs";
import { drawingExplorer } from "./pages/drawing.mjs";
import { lessonPage } from "./pages/lessonPage.mjs";
import { readLessons } from "./pages/lessons.mjs";
import { licences } from "./pages/licences.mjs";
import { startNetwork } from "./pages/network.mjs";
import { startPage } from "./pages/startPage.mjs";
import { textPages } from "./pages/textPages.mjs";

const entries = ["start.ts", "lesson.ts", "pages.css"].map((name) => `site/pages/${name}`);

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildPages(root, out) {
  // What an older build left would be kept by every reader.
  for (const folder of ["assets", "lessons", "docs"])
    rmSync(join(out, folder), { recursive: true, force: true });
  const assets = new Assets(out);
  const lessons = await readLessons(root);
  const made = await assets.bundle(root, entries);
  const icon = assets.add("icon.svg", readFileSync(join(root, "site", "pages", "icon.svg")));
  writeFileSync(join(assets.folder, "licences.txt"), licences(root, assets.packages));
  /** @param {string} script */
  const frame = (script) => ({ css: made["pages.css"] ?? "", script: made[script] ?? "", icon });
  await mkdir(join(out, "lessons"), { recursive: true });
  for (const [index, lesson] of lessons.entries()) {
    const neighbours = { previous: lessons[index - 1], next: lessons[index + 1] };
    const page = { assets, stem: lesson.name, charts: [] };
    const html = lessonPage(lesson, neighbours, page, frame("lesson.ts"));
    await writeFile(join(out, "lessons", `${lesson.name}.html`), html);
  }
  const page = { assets, stem: "start", charts: [] };
  await writeFile(
    join(out, "index.html"),
    startPage(
      lessons,
      { drawing: drawingExplorer(lessons), network: await startNetwork(root) },
      page,
      frame("start.ts"),
    ),
  );
  for (const { path, html } of textPages(root, assets, frame("lesson.ts"))) {
    await mkdir(join(out, path, ".."), { recursive: true });
    await writeFile(join(out, path), html);
  }
}
