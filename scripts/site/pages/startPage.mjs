// The page on which a reader arrives.
import { document, runAddress } from "./document.mjs";
import { attributes, escapeHtml } from "./html.mjs";
import { pictureOf } from "./lessonPictures.mjs";
import { PageMarkdown } from "./markdown.mjs";
import { networkHtml } from "./network.mjs";

/**
 * @import { Lesson, Output } from "./lessons.mjs"
 * @import { Page } from "./outputs.mjs"
 * @import { Frame } from "./document.mjs"
 * @import { Network } from "./network.mjs"
 */

/**
 * @param {readonly Lesson[]} lessons
 * @param {{ drawing: { output: Output, wide: object, narrow: object }, network: Network }} explorers
 * @param {Page} page
 * @param {Frame} frame
 */
export function startPage(lessons, { drawing, network }, page, frame) {
  const [first] = lessons;
  if (first === undefined) throw new Error("Cannot make the start page: there is no lesson.");
  const main = `
<main id="main">
<section class="hero">
<div class="words">
<h1>Convolutional networks, cell by cell</h1>
<p class="lead">${counted(lessons.length)} lessons lead from one weighted sum to a network that knows photographs. You work out each step with a pencil, then as a loop in TypeScript, then with TensorFlow.js. You guess before you run, and you measure what is usually only claimed.</p>
<p>It all runs here, in your browser. There is nothing to install. You need to know some TypeScript, and nothing of deep learning.</p>
<p class="actions"><a class="button large" href="${runAddress(first)}">Start the first lesson</a> <a class="quiet" href="lessons/${first.name}.html">or read it first</a></p>
</div>
${drawingHtml(drawing, page)}
</section>
<section class="network">
<h2 id="network">Touch every number of a network</h2>
<p>A whole network that has been trained, layer by layer. A short tour shows what to look at; leave it whenever you like, click a layer, a number or a bar, and see the window behind it. Choose another digit, or paint one.</p>
${networkHtml(network, pictureOf(network.output, page, "network"), page)}
</section>
<section id="lessons">
<h2>The lessons</h2>
<ol class="lessons">
${lessons.map((lesson) => lessonCard(lesson, page)).join("\n")}
</ol>
</section>
<section class="facts">
<h2>How it runs</h2>
<dl>
<div><dt>On your machine</dt><dd>The compiler, the library and TensorFlow.js come with the page and compute in your browser. Nothing that you type or draw is sent anywhere.</dd></div>
<div><dt>Your work stays</dt><dd>What you change is kept in this browser, on this machine. It goes when you clear the browser's data, so download what you care about.</dd></div>
<div><dt>Without a connection</dt><dd>What you have opened once opens again offline.</dd></div>
<div><dt>Large screen, small screen</dt><dd>Reading and exploring work on a telephone. For the notebooks a larger screen is better.</dd></div>
</dl>
</section>
<section class="more">
<h2>More</h2>
<ul>
<li><a href="readme.html#start">Install it</a> for more speed and your own files: <code>npm start</code> opens the same lessons in JupyterLab, on TensorFlow's native library.</li>
<li><a href="reference/index.html">The reference</a> has every function of the library, with an example. <a href="docs/helpers.html">A table</a> says which lesson uses what.</li>
<li><a href="docs/lecture-notes.html">What introductory notes say</a> about these networks, and what a cell answers.</li>
<li><a href="assets/licences.txt">Licences</a> of the lessons, the libraries and the data; <a href="readme.html#licences">where they come from</a>.</li>
</ul>
</section>
</main>`;
  return document(
    {
      title: "convlab: convolutional networks, cell by cell",
      description:
        "Lessons on convolutional networks as TypeScript notebooks that run in your browser, without installation.",
      up: "",
      action: { href: runAddress(first), text: "Start" },
      name: "start",
    },
    main,
    frame,
  );
}

/**
 * "Ten", "Eleven": a small number at the beginning of a sentence.
 *
 * @param {number} count
 */
const counted = (count) =>
  ["Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen"][count - 8] ??
  `${count}`;

/**
 * @param {{ output: Output, wide: object, narrow: object }} drawing
 * @param {Page} page
 */
function drawingHtml({ output, wide, narrow }, page) {
  const spec = page.assets.add("drawing.json", JSON.stringify({ wide, narrow }));
  const { src, alt, width, height } = pictureOf(output, page);
  return `<figure class="drawing" data-drawing="assets/${spec}">
<div class="stage" style="--w:${width}px;--h:${height}px"><img${attributes({ src, alt, width, height, decoding: "async" })}></div>
<figcaption>Paint a digit, with the mouse or a finger: a trained network reads it while you paint. It is all computed inside this picture. Its filters are taken apart in <a href="lessons/mnist-cnn.html#draw-one-yourself">lesson 06</a>.</figcaption>
<noscript><p>Painting needs JavaScript. The lessons can be read without.</p></noscript>
</figure>`;
}

/**
 * @param {Lesson} lesson
 * @param {Page} page
 */
function lessonCard(lesson, page) {
  const { src, alt, width, height } = pictureOf(lesson, page);
  const read = `lessons/${lesson.name}.html`;
  const picture = attributes({ src, alt, width, height, loading: "lazy", decoding: "async" });
  return `<li class="lesson-card"><a class="plate" href="${read}" tabindex="-1" aria-hidden="true"><img${picture}></a>
<h3><span class="number">${lesson.number}</span> ${escapeHtml(lesson.title)}</h3>
<p>${new PageMarkdown("README.md").line(lesson.promise)}</p>
<p class="ways"><a class="run" href="${runAddress(lesson)}" aria-label="Run lesson ${lesson.number}">Run it</a> <a href="${read}" aria-label="Read lesson ${lesson.number}">Read it</a>${lesson.minutes ? `<small>${lesson.minutes}</small>` : ""}</p></li>`;
}
