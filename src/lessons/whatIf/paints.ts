import type { Pictures } from "../networkExplorer/pictureList.js";
import type { MapSizes } from "../networkExplorer/stage.js";
import type { Paints } from "./asked.js";

/** Mean, black and white of a picture, channel by channel, as its network takes them. */
export function paintsOf(
  { numbers: [picture = []], black, white }: Pictures,
  { maps, rows, columns }: MapSizes,
): Paints {
  const plane = rows * columns;
  const mean = Array.from({ length: maps }, (_, channel) => {
    const part = picture.slice(channel * plane, (channel + 1) * plane);
    return part.reduce((sum, value) => sum + value, 0) / plane;
  });
  const all = (value: number) => Array.from({ length: maps }, () => value);
  const paint = (name: string, channels: readonly number[]) => {
    const same = channels.every((value) => value === channels[0]) ? channels.slice(0, 1) : channels;
    return { channels, said: `${name} (${same.map((value) => Number(value.toFixed(2))).join(", ")})` };
  };
  return {
    mean: paint("the picture's mean", mean),
    black: paint("black", all(black)),
    white: paint("white", all(white)),
  };
}
