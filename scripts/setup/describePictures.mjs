import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * nbconvert's usual template leaves out the words that stand with a picture in a notebook, for those who do not see it. This one
 * is the same, with them.
 *
 * @param {string} mimeType
 */
const described = (mimeType) => `{%- set drawn = super() -%}
{%- set words = output | get_metadata("alt", "${mimeType}") -%}
{{ drawn | replace("<img ", '<img alt="' ~ (words | escape_html) ~ '" ', 1) if words else drawn }}`;

const page = `{%- extends "lab/index.html.j2" -%}

{%- block data_png scoped -%}
${described("image/png")}
{%- endblock data_png -%}

{%- block data_jpg scoped -%}
${described("image/jpeg")}
{%- endblock data_jpg -%}
`;

const templates = join("share", "jupyter", "nbconvert", "templates", "convlab");

/** What is written into an environment, by its place. Slides have a template of their own. */
export const descriptionFiles = {
  [join(templates, "index.html.j2")]: page,
  [join(templates, "conf.json")]: jsonOf({ base_template: "lab" }),
  [join("etc", "jupyter", "jupyter_config.json")]: jsonOf({
    HTMLExporter: { template_name: "convlab" },
    SlidesExporter: { template_name: "reveal" },
  }),
};

/**
 * Has nbconvert and JupyterLab's "Save and Export" write the words of each picture into the page.
 *
 * @param {string} venv
 */
export function describePictures(venv) {
  for (const [place, text] of Object.entries(descriptionFiles)) {
    const file = join(venv, place);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}

/** @param {object} value */
function jsonOf(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
