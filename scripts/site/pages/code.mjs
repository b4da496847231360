import hljs from "highlight.js/lib/core";
import javascript from "highlight.js/lib/languages/javascript";
import shell from "highlight.js/lib/languages/shell";
import typescript from "highlight.js/lib/languages/typescript";
import { escapeHtml } from "./html.mjs";

hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("javascript", javascript);
hljs.registerLanguage("sh", shell);
/** @type {Record<string, string>} */
const aliases = {
  ts: "typescript",
  js: "javascript",
  typescript: "typescript",
  javascript: "javascript",
  sh: "sh",
};

/**
 * Code as HTML, coloured where the language is known.
 *
 * @param {string} source
 * @param {string} language
 */
export function codeHtml(source, language) {
  const known = aliases[language];
  const html = known === undefined ? escapeHtml(source) : hljs.highlight(source, { language: known }).value;
  return `<pre class="code" tabindex="0"><code${known ? ` class="language-${known}"` : ""}>${html}</code></pre>`;
}
