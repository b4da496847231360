import { itemsOf, type SceneItem } from "../explorer/vegaExplorer.js";

type View = import("vega").View;
type Handler = (event: object, item: unknown) => void;

/** What a view without a page lacks to find out where a pointer is. */
const page = {
  canvas: () => ({ getBoundingClientRect: () => ({ left: 0, top: 0 }) }),
  render: () => page,
  renderAsync: async () => page,
  resize: () => page,
  background: () => page,
  dirty: () => page,
};

/** A pointer's event on a mark of that name, at a place in CSS pixels from the drawing's corner. */
export async function point(
  view: View,
  type: string,
  name: string,
  place: readonly [x: number, y: number] = [0, 0],
  which: (datum: Record<string, number>) => boolean = () => true,
): Promise<void> {
  const item = itemsOf(view, (mark) => mark.name === name).find(({ datum }) =>
    which((datum ?? {}) as Record<string, number>),
  );
  if (item === undefined) throw new Error(`no ${name} to ${type}`);
  // The drawing stands 6 pixels from the corner of the view.
  const event = {
    type,
    clientX: place[0] + 6,
    clientY: place[1] + 6,
    buttons: 1,
    preventDefault() {},
    stopPropagation() {},
  };
  const inside = view as unknown as {
    _renderer: unknown;
    _handler: { handlers(): { type: string; handler: Handler }[] };
  };
  inside._renderer = page;
  for (const each of inside._handler.handlers())
    if (each.type === type) each.handler(event, named(item, name));
  inside._renderer = null;
  await view.runAsync();
}

/** Vega asks the mark of an item for its name. */
const named = (item: SceneItem, name: string) =>
  Object.assign(item, { mark: { ...(item as { mark?: object }).mark, name } });
