/** @import { Result } from "../tests/stages.mjs" */

/**
 * A published weakness of a package that is used here.
 *
 * @typedef {{ id: string, package: string, title: string }} Finding
 *
 * Why a finding is no danger here, or what is done about it.
 *
 * @typedef {{ id: string, package: string, reason: string, date: string }} Answer
 */

/** @param {string} text */
const idIn = (text) => /(?:GHSA|PYSEC|CVE)-[\w-]+/.exec(text)?.[0];

/**
 * What `npm audit --json` found; a text where the registry did not answer.
 *
 * @param {string} printed
 * @returns {Finding[] | string}
 */
export function npmFindings(printed) {
  const report = parsed(printed);
  if (report?.vulnerabilities === undefined) return report?.message ?? "npm audit printed no report";
  /** @type {Map<string, Finding>} */
  const found = new Map();
  for (const { via } of Object.values(report.vulnerabilities))
    for (const cause of via) {
      if (typeof cause === "string") continue; // another entry has it
      const id = idIn(cause.url ?? "") ?? String(cause.source);
      found.set(`${id} ${cause.name}`, { id, package: cause.name, title: cause.title });
    }
  return [...found.values()];
}

/**
 * What `pip-audit --format json` found; a text where the registry knew none of the packages.
 *
 * @param {string} printed
 * @returns {Finding[] | string}
 */
export function pipFindings(printed) {
  const dependencies = parsed(printed)?.dependencies;
  if (dependencies === undefined) return "pip-audit printed no report";
  const left = dependencies.filter(
    (/** @type {{ skip_reason?: string }} */ { skip_reason }) => skip_reason !== undefined,
  );
  if (left.length > 0)
    return `${left.length} of ${dependencies.length} packages were not audited: ${left[0].skip_reason}`;
  return dependencies.flatMap(
    (/** @type {{ name: string, vulns: { id: string, description?: string }[] }} */ { name, vulns }) =>
      vulns.map(({ id, description = "" }) => ({
        id,
        package: name,
        title: description.split("\n")[0] ?? "",
      })),
  );
}

/**
 * The findings that nobody has answered.
 *
 * @param {readonly Finding[]} findings
 * @param {readonly Answer[]} answers
 */
export function unanswered(findings, answers) {
  return findings.filter(
    (finding) => !answers.some((answer) => answer.id === finding.id && answer.package === finding.package),
  );
}

/**
 * A line of the audit. A finding that nobody has answered fails, or with `reportOnly` is said and counted as skipped, as
 * is a part of which no registry told anything.
 *
 * @param {{ name: string, found: Finding[] | string, seconds: number }} part
 * @param {readonly Answer[]} answers
 * @param {boolean} reportOnly
 * @returns {Result}
 */
export function verdict({ name, found, seconds }, answers, reportOnly) {
  if (typeof found === "string")
    return { name: `${name}: not audited, ${found}`, ok: true, skipped: true, seconds };
  const open = unanswered(found, answers).map(({ id, package: of, title }) => `${of}: ${id} ${title}`);
  const all = `${name}: ${found.length} findings`;
  if (open.length > 0 && reportOnly)
    return { name: `${all}, without an answer ${open.join("; ")}`, ok: true, skipped: true, seconds };
  return { name: all, ok: open.length === 0, seconds, error: open.join("\n") };
}

/**
 * What is wrong with an answer: a field that is missing, or a package that is not used any more.
 *
 * @param {Answer} answer
 * @param {ReadonlySet<string>} packages
 * @returns {string | undefined}
 */
export function faultOf(answer, packages) {
  for (const field of /** @type {const} */ (["id", "package", "reason", "date"]))
    if (!answer[field]) return `${answer.id ?? answer.package}: it has no ${field}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(answer.date)) return `${answer.id}: ${answer.date} is no date`;
  if (!packages.has(answer.package)) return `${answer.id}: ${answer.package} is not used any more`;
  return undefined;
}

/** @param {string} printed */
function parsed(printed) {
  try {
    return JSON.parse(printed);
  } catch {
    return undefined;
  }
}
