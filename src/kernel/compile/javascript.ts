import { internals } from "./internals.js";
import ts from "./typescript.cjs";

/** Unknown names and modules, and what a module does not export. */
const names = new Set([
  ...[2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2662, 2663, 2585, 2693, 18004],
  ...[2305, 2307, 2613, 2614, 2724, 2732, 2792],
]);

/** Declared twice, used before its declaration, assigned though it is constant. */
const declarations = new Set([2300, 2448, 2449, 2451, 2474, 2588, 2630, 2631, 2632, 2393, 2481]);

/** Whether an error concerns a cell of JavaScript: its syntax and its names, not its types. */
export function concernsJavaScript({ code, file, start = 0 }: ts.Diagnostic): boolean {
  if (isSyntax(code) || declarations.has(code)) return true;
  return names.has(code) && file !== undefined && !isInComment(file, start);
}

/** TypeScript numbers syntax from 1000 on, what JavaScript cannot have from 8000, and more grammar from 17000. */
function isSyntax(code: number): boolean {
  if (ofTypes.has(code)) return false;
  return code < 2000 || isOnlyTypeScript(code) || grammar.has(code);
}

/** Annotations, enums and the like; the other errors from 8000 on are about doc comments. */
function isOnlyTypeScript(code: number): boolean {
  return (code >= 8002 && code <= 8017) || code === 8037 || code === 8038;
}

/** Below 2000, and yet about types. */
const ofTypes = new Set([
  ...[1055, 1058, 1062, 1064, 1238, 1239, 1240, 1241, 1270, 1271, 1278, 1279, 1309, 1320, 1321, 1322, 1329],
  ...[1345, 1360, 1361, 1362, 1371, 1375, 1431, 1432, 1479, 1541, 1542, 1543],
]);
const grammar = new Set([
  ...[17002, 17008, 17009, 17012, 17013, 18007, 18010, 18011, 18012, 18013, 18014, 18016, 18019],
  ...[18024, 18026, 18028, 18029, 18030, 18037, 18038, 18061],
]);

/** Types that a doc comment names belong to types. */
function isInComment(file: ts.SourceFile, position: number): boolean {
  const node = internals.getTouchingPropertyName(file, position);
  return ts.findAncestor(node, (each) => ts.isJSDoc(each)) !== undefined;
}
