import type { TensorData } from "../tensorData.js";
import { refusal } from "./bytes.js";
import { entriesOf } from "./entries.js";
import { type PickleKey, type PickleValue, type Storage, TensorView } from "./pickleValues.js";

/** What was saved. The rest of the file, where the numbers are, is opened when it is known to hold tensors. */
export interface Saved {
  readonly value: PickleValue;
  open(): (storage: Storage) => DataView;
}

type Dictionary = ReadonlyMap<PickleKey, PickleValue>;
type Views = ReadonlyMap<string, TensorView>;

/** Under which names a checkpoint has its weights, in the order of preference. */
const usual = ["state_dict", "model_state_dict", "model"];

/** The tensors of a dictionary, or of the one dictionary of tensors in a checkpoint. Those that are tied share their numbers. */
export function tensorsOf(saved: Saved): Map<string, TensorData> {
  const views = viewsIn(saved.value);
  const distinct = new Map([...views.values()].map((view) => [placeOf(view), view]));
  const storages = new Map([...views.values()].map(({ storage }) => [storage.key, storage]));
  requireRoom([...distinct.values()], [...storages.values()]);
  const numbersOf = saved.open();
  const bytes = new Map([...storages].map(([key, storage]) => [key, numbersOf(storage)]));
  const made = new Map<string, TensorData>();
  return new Map(
    [...views].map(([name, view]) => {
      const place = placeOf(view);
      const tensor = made.get(place) ?? entriesOf(name, view, bytes.get(view.storage.key) as DataView);
      made.set(place, tensor);
      return [name, tensor];
    }),
  );
}

const placeOf = ({ storage, offset, shape, strides }: TensorView) =>
  JSON.stringify([storage.key, offset, shape, strides]);

/** A small file could name one storage a million times, each time another way, and so fill the memory. */
function requireRoom(views: readonly TensorView[], storages: readonly Storage[]): void {
  const total = storages.reduce((sum, { length }) => sum + length, 0);
  const wanted = views.reduce((sum, { shape }) => sum + shape.reduce((size, side) => size * side, 1), 0);
  if (wanted <= 4 * total + 1_000_000) return;
  throw refusal(`its tensors have ${wanted} numbers in all and its storages ${total}`);
}

function viewsIn(value: PickleValue): Views {
  if (value instanceof TensorView) throw refusal("it holds one tensor without a name");
  if (!(value instanceof Map)) throw refusal("it holds something else than tensors by name");
  if (isViews(value)) return value;
  const within = new Map(
    [...value].filter(([, entry]) => entry instanceof Map && entry.size > 0 && isViews(entry)),
  );
  const tensors = [...value.values()].some((entry) => entry instanceof TensorView);
  const only = within.size === 1 && !tensors ? [...within.keys()] : [];
  const [name] = [...usual.filter((name) => within.has(name)), ...only];
  if (name !== undefined) return within.get(name) as unknown as Views;
  if (within.size > 1) {
    const names = [...within.keys()].map((key) => JSON.stringify(key)).join(", ");
    throw refusal(
      `it holds several dictionaries of tensors, ${names}, and does not say which are the weights`,
    );
  }
  throw refusal(strangerIn(value));
}

function isViews(value: PickleValue): value is Map<string, TensorView> {
  return (
    value instanceof Map &&
    [...value].every(([name, entry]) => typeof name === "string" && entry instanceof TensorView)
  );
}

/** What keeps a dictionary from being one of tensors, as a sentence. */
function strangerIn(value: Dictionary): string {
  const named = usual
    .map((name) => [name, value.get(name)] as const)
    .find(([, entry]) => entry instanceof Map);
  const [where, inside] = named ? [` in ${JSON.stringify(named[0])}`, named[1] as Dictionary] : ["", value];
  const stranger = [...inside].find(
    ([name, entry]) => typeof name !== "string" || !(entry instanceof TensorView),
  );
  if (stranger === undefined) return `there are no tensors${where}`;
  if (typeof stranger[0] !== "string") return `a dictionary${where} has a key that is no text`;
  return `${JSON.stringify(stranger[0])}${where} is not a tensor`;
}
