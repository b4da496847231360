import { isWhole } from "../../../arithmetic/whole.js";
import { c3Connections } from "../../../networks/models/lenet/connections.js";
import { formOf } from "../../exercise/answers/form.js";
import { numbersIn } from "../../exercise/answers/numbers.js";
import { isList, valuesIn } from "../../exercise/answers/values.js";
import type { ExerciseContent } from "../../exercise/content.js";

const maps = 6;

export const mendedTable: ExerciseContent = {
  title: "Repair: the right number of parameters and the wrong network",
  check(answer) {
    const table = listsIn(answer);
    if (table === undefined)
      return { message: `Give the table: an array of 16 lists of S2 maps. This is ${formOf(answer)}.` };
    if (table.length !== c3Connections.length) {
      return { message: `C3 has ${c3Connections.length} maps, and this table has ${table.length} lists.` };
    }
    const odd = table.findIndex((list) => !list?.every((map) => isWhole(map, { from: 0, to: maps - 1 })));
    if (odd >= 0) return { message: `List ${odd} must hold numbers of S2 maps, from 0 to ${maps - 1}.` };
    const lists = table.map((list) => [...(list as number[])].sort((a, b) => a - b));
    const twice = lists.findIndex((list) => new Set(list).size < list.length);
    if (twice >= 0) return { message: `List ${twice} names a map twice.` };
    const wrong = lists.flatMap((list, index) =>
      String(list) === String(c3Connections[index]) ? [] : [index],
    );
    return wrong.length === 0 ? true : { message: faultOf(lists, wrong) };
  },
  because:
    "Now every S2 map is read ten times, as in the paper. A count of parameters alone cannot tell this table from the broken one: both have 60 links.",
  hints: [
    "Compare the sums on the right of both pictures. In the paper's table every S2 map is read ten times.",
    "The two lists in question belong to maps that read two pairs of neighbours each. Compare lists 12, 13 and 14 with the picture of the paper's table above.",
  ],
  solution:
    "List 12 is `[0, 1, 3, 4]` and list 14 is `[0, 2, 3, 5]`: two pairs of neighbours each, as in list 13, `[1, 2, 4, 5]`, which was right.",
};

/** Lists of maps, also as a table of 0 and 1 with a row for each C3 map or for each S2 map. */
function listsIn(answer: unknown): readonly (readonly number[] | undefined)[] | undefined {
  const switches = switchesIn(answer);
  if (switches !== undefined)
    return switches.map((row) => row.flatMap((filled, map) => (filled === 1 ? [map] : [])));
  return isList(answer) ? Array.from(answer as Iterable<unknown>, numbersIn) : undefined;
}

function switchesIn(answer: unknown): number[][] | undefined {
  const rows = isList(answer) ? Array.from(answer as Iterable<unknown>) : [answer];
  const bits = rows.map((row) =>
    isList(row)
      ? Array.from(row as Iterable<unknown>, (bit) => (typeof bit === "boolean" ? Number(bit) : bit))
      : row,
  );
  const values = valuesIn(isList(answer) ? bits : answer);
  if (values === undefined || !values.numbers.every((bit) => bit === 0 || bit === 1)) return undefined;
  const at = (row: number, column: number, width: number) => values.numbers[row * width + column] ?? 0;
  const table = (place: (list: number, map: number) => number) =>
    c3Connections.map((_, list) => Array.from({ length: maps }, (__, map) => place(list, map)));
  if (String(values.shape) === String([c3Connections.length, maps]))
    return table((list, map) => at(list, map, maps));
  if (String(values.shape) !== String([maps, c3Connections.length])) return undefined;
  return table((list, map) => at(map, list, c3Connections.length));
}

function faultOf(lists: readonly (readonly number[])[], wrong: readonly number[]): string {
  const uses = Array.from({ length: maps }, (_, map) => lists.filter((list) => list.includes(map)).length);
  const uneven = uses.flatMap((count, map) => (count === 10 ? [] : [`map ${map} ${count} times`]));
  const links = lists.flat().length;
  if (links !== 60) return `This table has ${links} links. The paper's has 60.`;
  if (uneven.length > 0)
    return `Still ${wrong.length} of 16 lists ${wrong.length === 1 ? "differs" : "differ"} from the paper's. In the paper every S2 map is read 10 times; here ${uneven.join(", ")}.`;
  return `All sums are right, and still C3 ${wrong.length === 1 ? "map" : "maps"} ${wrong.join(" and ")} ${wrong.length === 1 ? "reads" : "read"} other maps than in the paper's table.`;
}
