import { disposeModel } from "../../networks/models/disposeModel.js";
import { layerTable } from "../../networks/models/layerTable.js";
import { type TightPadding, tightCnn } from "./tightCnn.js";

/** One of the networks of {@link tightCnn}, counted: multiply-adds are those of one digit. */
export type TightWork = {
  readonly network: string;
  readonly parameters: number;
  readonly "multiply-adds": number;
};

const networks: Readonly<Record<string, TightPadding>> = {
  valid: "valid",
  same: "same",
  "image padded first": "image",
  "image enlarged first": "enlarged",
};

/**
 * The four networks of {@link tightCnn} with what they have and what they do: as many parameters, not as much work.
 *
 * @example tightWork()[0].parameters // 22154
 */
export function tightWork(): TightWork[] {
  return Object.entries(networks).map(([network, padding]) => {
    const model = tightCnn({ padding });
    const rows = layerTable(model);
    disposeModel(model);
    const sum = (read: (row: (typeof rows)[number]) => number) =>
      rows.reduce((all, row) => all + read(row), 0);
    return {
      network,
      parameters: sum(({ parameters }) => parameters),
      "multiply-adds": sum(({ multiplyAdds }) => multiplyAdds),
    };
  });
}
