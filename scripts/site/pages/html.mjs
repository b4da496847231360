/** @param {string} text */
export const escapeHtml = (text) =>
  text.replace(
    /[&<>"]/g,
    (letter) =>
      /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[
        letter
      ] ?? letter,
  );

/**
 * Attributes as they stand in a tag; those without a value are left out.
 *
 * @param {Record<string, string | number | undefined>} values
 */
export const attributes = (values) =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeHtml(String(value))}"`))
    .join("");

/**
 * What scrolls sideways within a page can be reached by keyboard, and says what it is.
 *
 * @param {string} label
 * @param {string} inside
 */
export const scroller = (label, inside) =>
  `<div class="scroll" role="region" tabindex="0"${attributes({ "aria-label": label })}>${inside}</div>`;
