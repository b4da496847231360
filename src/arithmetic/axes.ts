import type { AxisPadding, AxisWindow } from "./window.js";

/** One value for both axes, or one for each: `rows` along the height, `columns` along the width. */
export type PerAxis<T> = T | { rows: T; columns: T };

/**
 * The two values behind a `PerAxis`. A pair such as `[1, 2]` is one value, used on both axes.
 *
 * @throws {RangeError} if only one of `rows` and `columns` is given
 */
export function perAxis<T>(value: PerAxis<T>): { rows: T; columns: T } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { rows: value as T, columns: value as T };
  }
  const named = value as { rows?: T; columns?: T };
  if (named.rows === undefined || named.columns === undefined) {
    const given = JSON.stringify(value);
    throw new RangeError(
      `Cannot slide along two axes with ${given}. Give both, { rows, columns }, or one value for both axes.`,
    );
  }
  return { rows: named.rows, columns: named.columns };
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
