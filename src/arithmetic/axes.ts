import type { AxisPadding, AxisWindow } from "./window.js";

/** One value for both axes, or one for each: `rows` along the height, `columns` along the width. */
export type PerAxis<T> = T | { rows: T; columns: T };

/** The two values behind a `PerAxis`. A pair such as `[1, 2]` is one value, used on both axes. */
export function perAxis<T>(value: PerAxis<T>): { rows: T; columns: T } {
  const named = typeof value === "object" && value !== null && "rows" in value && "columns" in value;
  return named ? (value as { rows: T; columns: T }) : { rows: value as T, columns: value as T };
}

/** A window that slides along two axes, as one window for each. */
export function axisWindows(options: {
  kernel: PerAxis<number>;
  stride?: PerAxis<number> | undefined;
  dilation?: PerAxis<number> | undefined;
  padding?: PerAxis<AxisPadding> | undefined;
}): { rows: Required<AxisWindow>; columns: Required<AxisWindow> } {
  const kernel = perAxis(options.kernel);
  const stride = perAxis(options.stride ?? 1);
  const dilation = perAxis(options.dilation ?? 1);
  const padding = perAxis<AxisPadding>(options.padding ?? "valid");
  const along = (axis: "rows" | "columns") => ({
    kernel: kernel[axis],
    stride: stride[axis],
    dilation: dilation[axis],
    padding: padding[axis],
  });
  return { rows: along("rows"), columns: along("columns") };
}
