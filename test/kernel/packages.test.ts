// The kernel's program on the wire: packages that many use, in every form of import.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { linkPackages } from "./packages.js";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
  await linkPackages(kernel.folder);
});
after(() => kernel.close());

/** A package, one of its named exports, and whether its types promise a default. */
const packages: readonly (readonly [string, string | undefined, boolean])[] = [
  ["async", "map", true],
  ["axios", "AxiosError", true],
  ["chalk", "Chalk", true],
  ["classnames", undefined, true],
  ["commander", "Command", false],
  ["csv-parse", "parse", false],
  ["d3-array", "mean", false],
  ["date-fns", "addDays", false],
  ["dayjs", "extend", true],
  ["debug", "enable", true],
  ["express", "Router", true],
  ["fs-extra", "readJson", true],
  ["glob", "globSync", false],
  ["immer", "produce", false],
  ["lodash", "chunk", true],
  ["mathjs", "add", false],
  ["moment", "utc", true],
  ["ms", undefined, true],
  ["nanoid", "nanoid", false],
  ["papaparse", "parse", true],
  ["ramda", "add", false],
  ["react", "useState", true],
  ["rxjs", "of", false],
  ["seedrandom", "alea", true],
  ["semver", "satisfies", true],
  ["tslib", "__assign", false],
  ["underscore", "chunk", true],
  ["uuid", "v4", false],
  ["ws", "WebSocketServer", true],
  ["yaml", "parse", true],
  ["yargs", undefined, true],
  ["zod", "z", true],
  ["csv-parse/sync", "parse", false],
  ["date-fns/addDays", "addDays", false],
  ["lodash/fp", "chunk", true],
  ["lodash/padStart", undefined, true],
  ["nanoid/non-secure", "nanoid", false],
  ["react/jsx-runtime", "jsx", false],
  ["rxjs/operators", "map", false],
  ["yargs/helpers", "hideBin", false],
];

for (const [name, named, hasDefault] of packages) {
  test(`${name} in every form of import`, async () => {
    const { cell, file, wanted } = formsOf(name, named, hasDefault);
    kernel.write(`uses-${slug(name)}.ts`, file);
    const ran = await kernel.run(cell);
    assert.equal(ran.result, wanted, `${cell}\n${errorText(ran)}`);
    assert.equal(ran.stderr, "");
    const member = named ?? "default";
    const typed = await kernel.run(`import { ${member} as it } from "${name}"; const no: 7 = it;`);
    assert.match(errorText(typed), /TS2322/, "the check knows the type");
  });
}

function slug(name: string): string {
  return name.replaceAll("/", "-");
}

/** A cell and a local module that import a package in all forms, and what the cell gives: the kinds that are wrong. */
function formsOf(name: string, named: string | undefined, hasDefault: boolean) {
  const from = `from "${name}";`;
  const members = [...(named === undefined ? [] : [named]), ...(hasDefault ? ["default"] : [])];
  const list = (as: string): string => members.map((each) => `${each} as ${as}_${each}`).join(", ");
  const local = `./uses-${slug(name)}`;
  // A module that is one function has no star import.
  const star = named === undefined ? [] : [`import * as s ${from}`];
  const lines = [
    `import "${name}";`,
    `import { ${list("n")} } ${from}`,
    ...(hasDefault ? [`import d ${from}`] : []),
    ...star,
    `import e = require("${name}");`,
    `const a: any = await import("${name}");`,
    `const r = require("${name}");`,
    `import { ${members.map((each) => `l_${each}`).join(", ")}, equal, later } from "${local}";`,
    `import * as whole from "${local}"; const exported: any = whole; const again: any = await later();`,
  ];
  const checks = members.flatMap((each) => [
    ...star.map(() => `(s as any).${each} === n_${each}`),
    `a.${each} === n_${each}`,
    `l_${each} === n_${each}`,
    `exported.all.${each} === n_${each}`,
    `again.${each} === n_${each}`,
    `n_${each} !== undefined`,
  ]);
  if (hasDefault) checks.push("d === n_default");
  if (named !== undefined) {
    checks.push(`exported.${named} === n_${named}`, `typeof r.${named} === typeof n_${named}`);
    checks.push(`typeof (e as any).${named} === typeof n_${named}`);
  }
  checks.push("equal === r", "(e as unknown) === r", "r !== undefined");
  const cell = `${lines.join("\n")}\n[${checks.map((each) => `${each} ? "" : ${JSON.stringify(each)}`).join(", ")}].filter(Boolean)`;
  const file = [
    `import "${name}";`,
    `export * ${from}`,
    `export { ${list("l")} } ${from}`,
    ...(named === undefined ? [] : [`export * as all ${from}`]),
    ...(named === undefined ? [`import * as all ${from} export { all };`] : []),
    `import equal = require("${name}"); export { equal };`,
    `export const later = () => import("${name}");`,
  ].join("\n");
  return { cell, file, wanted: "[]" };
}
