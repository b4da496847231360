// What all pages have around them.
import { escapeHtml } from "./html.mjs";

/**
 * @typedef {{ css: string, script: string, icon: string }} Frame names of files in assets/
 *
 * @typedef {object} Head
 * @property {string} title
 * @property {string} description
 * @property {string} up the way to the site's folder: "../"
 * @property {{ href: string, text: string, more?: string }} action the button of the bar; `more` is said where there is room
 * @property {string} [name] a class of the body
 */

/**
 * Where a lesson opens as a notebook, from the site's folder.
 *
 * @param {{ file: string }} lesson
 */
export const runAddress = ({ file }) => `jupyter/lab/index.html?path=${encodeURIComponent(file)}`;

/**
 * @param {Head} head
 * @param {string} main
 * @param {Frame} frame
 */
export function document({ title, description, up, action, name = "" }, main, { css, script, icon }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(description.replace(/[*`]/g, ""))}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${up}assets/${icon}" type="image/svg+xml">
<link rel="stylesheet" href="${up}assets/${css}">
<script type="module" src="${up}assets/${script}"></script>
</head>
<body${name === "" ? "" : ` class="${name}"`} data-site="${up || "./"}">
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<a class="home" href="${up}index.html"><img src="${up}assets/${icon}" alt="" width="24" height="24">convlab</a>
<nav aria-label="The site"><a href="${up}index.html#lessons">Lessons</a><a href="${up}reference/index.html">Reference</a></nav>
<a class="button" href="${action.href}">${escapeHtml(action.text)}${action.more ? `<span class="more">${escapeHtml(action.more)}</span>` : ""}</a>
</header>
${main}
<footer>
<p>The code and the lessons are under the <a href="${up}assets/licences.txt">MIT licence</a>, where the licences of the libraries stand too. MNIST, by Y. LeCun, C. Cortes and C. Burges, is under CC BY-SA 3.0.</p>
</footer>
</body>
</html>
`;
}
