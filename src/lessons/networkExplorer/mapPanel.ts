import { frame, text } from "../explorer/marks.js";
import type { Parts } from "./forward.js";
import { type Grid, placeOn } from "./layout.js";
import { type Places, wide } from "./places.js";
import { largeTiles } from "./tiles.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** What can be clicked among the maps of the shown layer. */
export const mapPanelParts = (grids: readonly Grid[]): Parts => ({
  signals: [],
  data: [
    { name: "mapTargets", values: grids, transform: [{ type: "filter", expr: "datum.stage == shown" }] },
  ],
});

const chosen = placeOn(
  "largeGrids[shown]",
  "{map: shown == 0 ? 0 : shownMap, row: shownRow, column: shownColumn}",
);

/** The maps of the shown layer, enlarged; of the picture the paper to paint on. `picture` is drawn for colours. */
export function mapPanelMarks(picture: readonly object[], { detail }: Places = wide): object[] {
  const target = (name: string, filter: string, cursor: string) => ({
    type: "rect",
    name,
    from: { data: "mapTargets" },
    encode: {
      update: {
        x: { field: "left" },
        y: { field: "top" },
        width: signal(`${filter} ? datum.width : 0`),
        height: signal(`${filter} ? datum.height : 0`),
        fill: value("transparent"),
        cursor: value(cursor),
      },
    },
  });
  return [
    text("layerNames[shown]", 0, detail.heading, {
      fontWeight: value("bold"),
      fontSize: value(13),
      limit: value(detail.size),
    }),
    ...largeTiles,
    ...picture,
    frame(`${chosen.x} - 1`, `${chosen.y} - 1`, "max(4, largeGrids[shown].cell + 2)"),
    target("large", "datum.stage > 0", "pointer"),
    target("paper", "datum.stage == 0", "crosshair"),
  ];
}
