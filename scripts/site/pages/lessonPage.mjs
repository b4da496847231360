// One notebook as a plain page.

import { joined } from "../../lessonNotebooks.mjs";
import { codeHtml } from "./code.mjs";
import { document, runAddress } from "./document.mjs";
import { attributes, escapeHtml } from "./html.mjs";
import { PageMarkdown } from "./markdown.mjs";
import { outputsHtml } from "./outputs.mjs";

/**
 * @import { Cell, Lesson } from "./lessons.mjs"
 * @import { Page } from "./outputs.mjs"
 * @import { Heading } from "./markdown.mjs"
 * @import { Frame } from "./document.mjs"
 */

/**
 * @param {Lesson} lesson
 * @param {{ previous?: Lesson | undefined, next?: Lesson | undefined }} neighbours
 * @param {Page} page
 * @param {Frame} frame
 */
export function lessonPage(lesson, neighbours, page, frame) {
  const markdown = new PageMarkdown(`notebooks/${lesson.file}`);
  const body = lesson.cells.map((cell) => cellHtml(cell, markdown, page)).join("\n");
  const charts =
    page.charts.length > 0 ? page.assets.add(`${lesson.name}.json`, JSON.stringify(page.charts)) : undefined;
  const main = `
<div class="lesson">
${contents(markdown.headings)}
<main id="main"${attributes({ "data-charts": charts && `../assets/${charts}` })}>
<article>
${body}
</article>
${turn(neighbours)}
</main>
</div>`;
  return document(
    {
      title: `${lesson.number} · ${lesson.title}`,
      description: lesson.promise,
      up: "../",
      action: { href: `../${runAddress(lesson)}`, text: "Run", more: " this lesson" },
    },
    main,
    frame,
  );
}

/**
 * @param {Cell} cell
 * @param {PageMarkdown} markdown
 * @param {Page} page
 */
function cellHtml(cell, markdown, page) {
  const source = joined(cell.source);
  if (cell.cell_type === "markdown") return textHtml(markdown.render(source));
  if (cell.cell_type !== "code") return "";
  const code = codeHtml(source, "typescript");
  const outputs = outputsHtml(cell.outputs ?? [], page);
  if (outputs === "") return `<div class="cell">${code}</div>`;
  // What a guess is compared with is not seen before the reader wants it.
  const shown = /^compare\(guess\d/m.test(source)
    ? `<details class="answer"><summary>Show the answer</summary>${outputs}</details>`
    : outputs;
  return `<div class="cell">${code}<div class="outputs">${shown}</div></div>`;
}

/** @param {string} html */
const textHtml = (html) =>
  html
    .replaceAll(/<p>(<strong>Predict first)/g, '<p class="predict">$1')
    .replaceAll(/<p>(<strong>\d\d\.\d)/g, '<p class="exercise">$1')
    .replace(/<h1 (.*?<\/a>)(\d\d) · (.*)<\/h1>/, '<h1 $1<span class="number">$2</span> $3</h1>');

/** @param {readonly Heading[]} headings */
function contents(headings) {
  const items = headings
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  // On a small screen it is opened when it is wanted; closed before anything is drawn, so that nothing jumps.
  const close = `<script>if (matchMedia("(max-width: 67.99rem)").matches) document.currentScript.previousElementSibling.open = false</script>`;
  return `<nav class="contents" aria-label="Contents of this lesson"><details open><summary>In this lesson</summary><ol>${items.join("")}</ol></details>${close}</nav>`;
}

/** @param {{ previous?: Lesson | undefined, next?: Lesson | undefined }} neighbours */
function turn({ previous, next }) {
  /** @type {(rel: string, word: string, lesson: Lesson | undefined) => string} */
  const link = (rel, word, lesson) =>
    lesson === undefined
      ? "<span></span>"
      : `<a rel="${rel}" href="${lesson.name}.html"><small>${word}</small>${lesson.number} · ${escapeHtml(lesson.title)}</a>`;
  return `<nav class="turn" aria-label="Other lessons">${link("prev", "Before", previous)}${link("next", "Next", next)}</nav>`;
}
