import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { vegaToSvg } from "../../../src/charts/drawing/draw.js";
import { textWidth } from "../../../src/charts/drawing/textwidth.js";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";
import { vegaMime } from "../../../src/charts/figures/vega.js";
import { explorerFigure } from "../../../src/lessons/explorer/explorerFigure.js";
import { gallery } from "../../charts/galleries.js";
import { filesUnder } from "../../house/files.js";
import { driven, textsOf } from "./vegaExplorer.js";

interface Signal {
  readonly name: string;
  readonly value?: unknown;
  readonly bind?: Bind;
  readonly update?: string;
  readonly on?: readonly { readonly events: unknown }[];
}
interface Bind {
  readonly input: string;
  readonly name?: string;
  readonly options?: readonly unknown[];
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}
interface Spec {
  readonly description: string;
  readonly signals: readonly Signal[];
}

const specOf = (figure: Figure) => figure[jupyterDisplay]()[vegaMime] as unknown as Spec;

const explorers: { name: string; figure: Figure; spec: Spec; controls: (Signal & { bind: Bind })[] }[] = [];
for (const { name, figure: draw } of gallery) {
  const figure = await draw();
  const spec = specOf(figure) as Spec | undefined;
  if (!spec?.signals?.some((signal) => signal.name === "words")) continue;
  const controls = spec.signals.flatMap((signal) => (signal.bind ? [{ ...signal, bind: signal.bind }] : []));
  explorers.push({ name, figure, spec, controls });
}

/** All values that a control takes, or seven of many. */
function valuesOf({
  bind: { input, options = [true, false], min = 0, max = 0, step = 1 },
}: {
  bind: Bind;
}): unknown[] {
  if (input !== "range") return [...options];
  const steps = Math.round((max - min) / step);
  const count = Math.min(steps, 6);
  return Array.from({ length: count + 1 }, (_, at) => min + step * Math.round((at / count) * steps));
}

/** Width and height of the drawing in CSS pixels, with its controls at these values. */
function sizeOf(
  spec: Spec,
  values: Readonly<Record<string, unknown>> = {},
): { width: number; height: number } {
  const signals = spec.signals.map((signal) =>
    signal.name in values ? { ...signal, value: values[signal.name] } : signal,
  );
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(vegaToSvg({ ...spec, signals })) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** JupyterLab in a window of 1024 x 768 leaves this much for an output. */
const room = { width: 584, height: 680 };
/** What controls take below the picture there: they stand in pairs (lab/controls.css), and a long name takes a second line. */
function heightOf(controls: readonly (Signal & { readonly bind: Bind })[]): number {
  let height = 4;
  for (let at = 0; at < controls.length; at += 2) {
    const long = controls.slice(at, at + 2).some(({ name, bind }) => textWidth(bind.name ?? name, 13) > 112);
    height += long ? 36 : 26;
  }
  return height;
}

test("every file named after an explorer is looked at here", () => {
  const files = filesUnder("src/lessons", ".ts").filter((path) => /\/\w+Explorer\.ts$/.test(path));
  // With a tour, the network explorer is there a second time.
  const names = explorers.map(({ name }) => name).filter((name) => !name.endsWith("Tour"));
  assert.equal(names.length, files.length, names.join(", "));
});

for (const { name, figure, spec, controls } of explorers) {
  test(`${name} fits on a small screen with its controls, wherever they stand`, () => {
    const random = seeded(7);
    const first = sizeOf(spec);
    const below = heightOf(controls);
    assert.ok(first.width <= room.width, `${first.width} wide`);
    assert.ok(first.height + below <= room.height, `${first.height} + ${below} high`);
    // The picture keeps its size while the controls move: what sticks out then would be cut, but for the edge of a line.
    for (let round = 0; round < 12; round++) {
      const values = Object.fromEntries(
        controls.map((control) => {
          const all = valuesOf(control);
          const at = round === 0 ? all.length - 1 : Math.floor(random() * all.length);
          return [control.name, all[at]];
        }),
      );
      const { width, height } = sizeOf(spec, values);
      const said = JSON.stringify(values);
      assert.ok(width <= first.width + 2, `${width} wide, not ${first.width}: ${said}`);
      assert.ok(height <= first.height + 2, `${height} high, not ${first.height}: ${said}`);
    }
  });

  test(`${name}: whatever the pointer moves, a control moves as well`, () => {
    const bound = new Set(controls.map((control) => control.name));
    // What is computed of a control moves with it.
    for (const { name: computed, update = "" } of spec.signals)
      if ((update.match(/\b\w+\b/g) ?? []).some((word) => bound.has(word))) bound.add(computed);
    const follows = (events: unknown): boolean =>
      [events].flat().some((event) => bound.has(String((event as { signal?: unknown }).signal)));
    for (const { name: moved, on = [], bind } of spec.signals) {
      const pointed = on.filter(({ events }) => !JSON.stringify(events).startsWith('{"signal"'));
      if (pointed.length === 0 || bind) continue;
      assert.ok(
        on.some(({ events }) => follows(events)),
        `${moved} follows the pointer alone`,
      );
    }
  });

  test(`${name} says in words what every control changes`, async () => {
    const random = seeded(3);
    await driven(figure, {}, (view) => {
      const said = () => (view.signal("words") as string[]).join(" ");
      for (const control of controls) {
        const values = valuesOf(control);
        if (values.length < 2) continue;
        const changes = Array.from({ length: 8 }, (_, round) => {
          // The others stand anywhere: ReLU changes nothing at a positive sum.
          if (round > 0)
            for (const other of controls) {
              const all = valuesOf(other);
              view.signal(other.name, all[Math.floor(random() * all.length)]).run();
            }
          const heard = values.map((value) => {
            view.signal(control.name, value).run();
            return said();
          });
          return new Set(heard).size > 1;
        });
        assert.ok(changes.includes(true), `${control.name} changes no word: ${said()}`);
      }
      const tour = controls.find((control) => control.name === "tour")?.bind.options ?? [];
      if (tour.length > 0) {
        // A page of the tour stands where else the words are.
        view.signal("tour", tour[0]).run();
        const page = textsOf(view);
        for (const line of view.signal("tourLines") as string[]) assert.ok(page.includes(line), line);
        view.signal("tour", tour.at(-1)).run();
      }
      const drawn = textsOf(view);
      for (const line of view.signal("words") as string[])
        assert.ok(drawn.includes(line), `"${line}" does not stand in the picture`);
    });
  });

  test(`${name} tells screen readers what it shows, and its still picture that it is one`, () => {
    const svg = vegaToSvg(spec);
    const status = /<text aria-label="([^"]+)" role="status"/.exec(svg)?.[1];
    assert.ok(status && status.length > 20, status);
    assert.doesNotMatch(spec.description, /as drawn/i, "the name of the picture is true whatever is moved");
    assert.ok(figure.description.startsWith(`${spec.description} As drawn: `), figure.description);
    const embedded = figure.metadata?.[vegaMime] as { embed_options: { renderer?: string } } | undefined;
    assert.equal(embedded?.embed_options.renderer, "svg", "a canvas has no text");
    assert.doesNotMatch(svg, /still picture/i);
  });
}

test("explorerFigure(spec, told) adds the words and, in the still picture only, a note below", () => {
  const spec = { width: 300, height: 40, padding: 0, marks: [], signals: [{ name: "a", value: 2 }] };
  const told = { about: "Two.", asDrawn: "2.", words: ["'a is ' + a", "''"] };
  const figure = explorerFigure(spec, told);
  assert.equal(figure.description, "Two. As drawn: 2.");
  assert.deepEqual(specOf(figure).signals.at(-1), { name: "words", update: "['a is ' + a, '']" });
  const metadata = figure.metadata as Record<string, { width: number; height: number }>;
  const { width = 0, height = 0 } = metadata["image/png"] ?? {};
  assert.ok(width > 300 && height === 64, `${width} x ${height}`);
});
