import assert from "node:assert/strict";
import { test } from "node:test";
import { faultOf, npmFindings, pipFindings, unanswered, verdict } from "../../scripts/audit/findings.mjs";

const cause = {
  source: 1,
  name: "tar",
  title: "Overwrites",
  url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
};
const npm = JSON.stringify({ vulnerabilities: { tar: { via: [cause] }, above: { via: ["tar"] } } });
const finding = { id: "GHSA-aaaa-bbbb-cccc", package: "tar", title: "Overwrites" };
const answer = { id: finding.id, package: "tar", reason: "Nothing hostile comes there.", date: "2026-11-30" };

test("a finding of npm is told once, and fails until it is answered for that package", () => {
  assert.deepEqual(npmFindings(npm), [finding]);
  assert.deepEqual(unanswered([finding], []), [finding]);
  assert.deepEqual(unanswered([finding], [{ ...answer, package: "other" }]), [finding]);
  assert.deepEqual(unanswered([finding], [answer]), []);
});

test("a registry that does not answer is told from one that has nothing to say", () => {
  assert.deepEqual(npmFindings('{ "vulnerabilities": {} }'), []);
  assert.match(String(npmFindings('{ "message": "405 Method Not Allowed" }')), /^405/);
  assert.match(String(npmFindings("")), /no report/);
  const dependency = { name: "tornado", vulns: [{ id: "PYSEC-2026-1", description: "Slow\nlong" }] };
  assert.deepEqual(pipFindings(JSON.stringify({ dependencies: [dependency] })), [
    { id: "PYSEC-2026-1", package: "tornado", title: "Slow" },
  ]);
  const left = { name: "six", skip_reason: "not found" };
  assert.match(
    String(pipFindings(JSON.stringify({ dependencies: [dependency, left] }))),
    /^1 of 2 .*not found/,
  );
});

test("an answer has a reason and a date, and is about a package that is used", () => {
  const used = new Set(["tar"]);
  assert.equal(faultOf(answer, used), undefined);
  assert.match(faultOf({ ...answer, reason: "" }, used) ?? "", /no reason/);
  assert.match(faultOf({ ...answer, date: "soon" }, used) ?? "", /no date/);
  assert.match(faultOf(answer, new Set()) ?? "", /not used/);
});

test("a finding without an answer fails, and with --report is said and counted in neither", () => {
  const part = { name: "npm audit in .", found: [finding], seconds: 1 };
  const { ok, error } = verdict(part, [], false);
  assert.deepEqual([ok, error], [false, "tar: GHSA-aaaa-bbbb-cccc Overwrites"]);
  const said = verdict(part, [], true);
  assert.deepEqual([said.ok, said.skipped], [true, true]);
  assert.match(said.name, /1 findings, without an answer tar: GHSA-aaaa-bbbb-cccc Overwrites$/);
  for (const reportOnly of [false, true]) {
    assert.deepEqual(verdict(part, [answer], reportOnly).skipped, undefined);
    assert.equal(verdict(part, [answer], reportOnly).ok, true);
    const silent = verdict({ ...part, found: "405" }, [], reportOnly);
    assert.deepEqual([silent.ok, silent.skipped], [true, true]);
  }
});
