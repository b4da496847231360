// Declarations without what no reader sees: licences, notes to other tools, empty lines, indentation.

/**
 * A declaration file, shorter; what it declares and what its doc comments say are the same.
 *
 * @param {string} text
 */
export function shortened(text) {
  return text
    .replace(/\/\*\*?!?\s*\n?(?: \*)?\s*@license[\s\S]*?\*\//g, "")
    .replace(/\/\*![\s\S]*?\*\//g, "")
    .replace(/^\/\/\/ <(?:amd-module|reference types)[^\n]*$/gm, "")
    .replace(/^\/\/# sourceMappingURL=.*$/gm, "")
    .replace(/^[ \t]+(?=[^ \t*])/gm, "")
    .replace(/^[ \t]+\*/gm, " *")
    .replace(/\n{2,}/g, "\n")
    .trimStart();
}
