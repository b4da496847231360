// The kernel's program on the wire: what a front end of widgets hears of `live`, and what it may say.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Program } from "./program.js";
import type { Heard } from "./wireClient.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
  await kernel.run('import { canvas, choice, live, slider } from "convlab";');
});
after(() => kernel.close());

/** A cell that tells its number. */
const counting = 'await live([slider({ label: "n", max: 9 })], (n) => "n " + n);';

/** A cell whose answer is a text, and its widget. */
async function shown(code: string): Promise<{ opened: Heard; output: Heard; id: string }> {
  const { published, reply, stderr } = await kernel.run(code);
  assert.equal(reply.status, "ok", `${JSON.stringify(reply)} ${stderr}`);
  const of = (type: string) => published.find((message) => message.type === type) as Heard;
  const opened = of("comm_open");
  return { opened, output: of("display_data"), id: opened.content.comm_id };
}

const say = (id: string, data: object) => kernel.client.send("shell", "comm_msg", { comm_id: id, data });

const set = (id: string, values: readonly unknown[], stamp: string) =>
  say(id, { method: "custom", content: { values, stamp } });

/** The first message of a comm that fits. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into contents of every kind
const told = (id: string, what: string, fits: (data: any) => boolean): Promise<Heard> =>
  kernel.wait(
    "iopub",
    ({ type, content }) => type === "comm_msg" && content.comm_id === id && fits(content.data),
    what,
  );

const answered = async (id: string, stamp: string): Promise<string> => {
  const heard = await told(id, `answer to ${stamp}`, ({ state }) => state?.answered === stamp);
  return heard.content.data.state.answer.parts[0].text;
};

test("a widget of anywidget is opened, with the program that draws it, and its output stands still elsewhere", async () => {
  const { opened, output, id } = await shown(
    'await live([slider({ label: "size", max: 9, value: 2 })], (size) => "of size " + size);',
  );
  assert.equal(opened.content.target_name, "jupyter.widget");
  assert.deepEqual(opened.metadata, { version: "2.1.0" });
  const { state, buffer_paths } = opened.content.data;
  assert.deepEqual(buffer_paths, []);
  assert.deepEqual(
    [state._model_module, state._model_name, state._view_module, state._view_name],
    ["anywidget", "AnyModel", "anywidget", "AnyView"],
  );
  assert.match(state._esm, /export\s*{\s*\w+ as default\s*}/);
  assert.deepEqual(state.controls, [{ label: "size", kind: "slider", min: 0, max: 9, step: 1 }]);
  assert.deepEqual(state.values, [2]);
  const { data } = output.content;
  assert.deepEqual(Object.keys(data), [
    "application/vnd.jupyter.widget-view+json",
    "image/png",
    "text/plain",
  ]);
  assert.equal(data["application/vnd.jupyter.widget-view+json"].model_id, id);
  assert.equal(data["text/plain"], "size: 2. of size 2");
});

test("what the page sets is heard, answered, and known to later cells", async () => {
  const { id } = await shown(`const field = canvas({ height: 1, width: 2 });
    const how = choice({ label: "how", values: ["sum", "first"] });
    await live([field, how], (image, way) => way === "sum" ? image.pixels[0]! + image.pixels[1]! : image.pixels[0]!);`);
  await set(id, [Buffer.from([7, 200]).toString("base64"), "sum"], "a");
  await told(id, "an acknowledgement", ({ content }) => content?.heard === "a");
  assert.equal(await answered(id, "a"), "207");
  await set(id, [Buffer.from([7, 200]).toString("base64"), "first"], "b");
  assert.equal(await answered(id, "b"), "7");
  assert.equal((await kernel.run("[...field.value.pixels, how.value].join()")).result, "'7,200,first'");
});

test("what is no value of a control changes nothing", async () => {
  const { id } = await shown(counting);
  for (const [index, wrong] of [["x"], [10], [null], []].entries()) {
    await set(id, wrong, `w${index}`);
    assert.equal(await answered(id, `w${index}`), "n 0");
  }
  const stray = await say(id, { method: "custom", content: "nonsense" });
  await kernel.heard(stray, "status");
  await set(id, [3], "right");
  assert.equal(await answered(id, "right"), "n 3");
});

test("of settings that come while an answer is made, only the newest is answered", async () => {
  const { id } = await shown(`const asked: number[] = [];
    await live([slider({ label: "n", max: 99 })], async (n) => {
      asked.push(n);
      if (n > 0) await new Promise((done) => setTimeout(done, 300));
      return String(n);
    });`);
  for (let n = 1; n <= 20; n++) await set(id, [n], `s${n}`);
  assert.equal(await answered(id, "s20"), "20");
  assert.equal((await kernel.run("asked.join()")).result, "'0,1,20'");
});

test("an error is shown in the answer's place, and the next setting is answered again", async () => {
  const { id } = await shown(`await live([slider({ label: "n", max: 9 })], (n) => {
      if (n === 4) throw new RangeError("not four");
      return \`n \${n}\`;
    });`);
  await set(id, [4], "four");
  assert.equal(await answered(id, "four"), "RangeError: not four");
  await set(id, [5], "five");
  assert.equal(await answered(id, "five"), "n 5");
});

test("a page that is loaded again gets the state as it is, by either way", async () => {
  const { id } = await shown(counting);
  await set(id, [6], "six");
  await answered(id, "six");
  await say(id, { method: "request_state" });
  const one = await told(id, "the whole state", ({ state }) => state?._esm !== undefined);
  assert.deepEqual(one.content.data.state.values, [6]);
  const control = { comm_id: "control", target_name: "jupyter.widget.control", data: {} };
  await kernel.client.send("shell", "comm_open", control);
  await say("control", { method: "request_states" });
  const all = await told("control", "all states", ({ method }) => method === "update_states");
  const { model_name, model_module, state } = all.content.data.states[id];
  assert.deepEqual(
    [model_name, model_module, state.values, state.answer.parts[0].text],
    ["AnyModel", "anywidget", [6], "n 6"],
  );
});

test("a page that closes its side is told nothing more, and is no longer listed", async () => {
  const { id } = await shown(counting);
  await kernel.client.send("shell", "comm_close", { comm_id: id, data: {} });
  const late = await set(id, [1], "late");
  await kernel.heard(late, "status");
  const { comms } = await kernel.ask("comm_info_request", { target_name: "jupyter.widget" });
  assert.ok(!(id in comms));
});

test("a message to controls of a kernel before is passed over: the page sees that nobody heard it", async () => {
  const stray = await set("nobody", [1], "stray");
  const idle = ({ parent, content }: Heard) => parent.msg_id === stray && content.execution_state === "idle";
  await kernel.wait("iopub", idle, "idle");
  const mine = kernel.client.heard.iopub.filter(({ parent }) => parent.msg_id === stray);
  assert.deepEqual(
    mine.map(({ type }) => type),
    ["status", "status"],
  );
});
