import { tf } from "../../../src/networks/tf.js";

/** The forms in which people give the same answer: ten at least of each kind. */

type Rows = readonly (readonly number[])[];

/** A tensor as far as answers are read from it; nothing to dispose of. */
export const tensorOf = (values: readonly number[], shape: readonly number[]) => ({
  dtype: "float32",
  shape,
  size: values.length,
  dataSync: () => Float32Array.from(values),
});

const grouped = (value: number, sign: string) => String(value).replace(/\B(?=(\d{3})+(?!\d)(?!.*\.))/g, sign);
const withComma = (value: number) => String(value).replace(".", ",");

export function numberForms(value: number): unknown[] {
  const whole = Number.isInteger(value);
  return [
    value,
    String(value),
    ` ${value} `,
    [value],
    [[value]],
    [String(value)],
    { answer: value },
    Float64Array.of(value),
    tensorOf([value], []),
    tensorOf([value], [1, 1]),
    tf.tidy(() => tf.scalar(value)),
    `${2 * value}/2`,
    ...(whole
      ? [
          BigInt(value),
          grouped(value, ","),
          grouped(value, " "),
          grouped(value, "_"),
          `= ${value}`,
          `${value}.0`,
        ]
      : [withComma(value), [withComma(value)], `${withComma(value)}0`]),
  ];
}

export function listForms(values: readonly number[], names: readonly string[] = []): unknown[] {
  const text = values.join(", ");
  const named = (keys: readonly string[]) => Object.fromEntries(keys.map((name, at) => [name, values[at]]));
  return [
    [...values],
    values.map(String),
    text,
    `[${text}]`,
    `(${text})`,
    values.join(" x "),
    [[...values]],
    values.map((value) => [value]),
    Float64Array.from(values),
    tensorOf(values, [values.length]),
    tensorOf(values, [1, values.length]),
    { shape: [values.length], values: [...values] },
    values.map(BigIntOr),
    ...(names.length === 0 ? [] : [named(names), named(names.map((name) => name.toUpperCase()))]),
  ];
}

export function matrixForms(rows: Rows): unknown[] {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const flat = rows.flat();
  return [
    rows.map((row) => [...row]),
    rows.map((row) => Float32Array.from(row)),
    rows.map((row) => row.map(String)),
    rows.map((row) => row.join(" ")).join("\n"),
    JSON.stringify(rows),
    flat,
    Float64Array.from(flat),
    tensorOf(flat, [height, width]),
    tensorOf(flat, [1, height, width, 1]),
    tensorOf(flat, [height, width, 1, 1]),
    [rows.map((row) => row.map((value) => [value]))],
    { shape: [height, width], values: flat },
    { kernel: rows },
  ];
}

/** The same function with results in other forms, by what it returns. */
export function functionForms<Input extends readonly unknown[]>(
  rule: (...input: Input) => unknown,
): ((...input: Input) => unknown)[] {
  const later = async (...input: Input) => rule(...input);
  const after =
    (form: (result: unknown) => unknown) =>
    (...input: Input) =>
      form(rule(...input));
  const wraps: ((result: unknown) => unknown)[] = [
    (result) => each(result, String),
    (result) => each(result, (value) => value),
    (result) => Promise.resolve(result),
    (result) => typed(result),
    (result) => tensor(result),
    (result) => (typeof result === "number" ? [result] : shaped(result)),
    (result) => (typeof result === "number" ? [[result]] : JSON.stringify(result)),
    (result) => (typeof result === "number" ? { result } : tensor4(result)),
    (result) => Promise.resolve(typed(result)),
  ];
  return [rule, later, ...wraps.map(after)];
}

const BigIntOr = (value: number) => (Number.isInteger(value) ? BigInt(value) : value);

function each(result: unknown, form: (value: unknown) => unknown): unknown {
  return Array.isArray(result) ? result.map((entry) => each(entry, form)) : form(result);
}

function typed(result: unknown): unknown {
  if (!Array.isArray(result)) return Float64Array.of(result as number);
  return Array.isArray(result[0]) ? result.map((row) => Float64Array.from(row)) : Float64Array.from(result);
}

function tensor(result: unknown) {
  if (!Array.isArray(result)) return tensorOf([result as number], []);
  const rows = Array.isArray(result[0]);
  return tensorOf(result.flat(), rows ? [result.length, result[0].length] : [result.length]);
}

function tensor4(result: unknown) {
  const { shape, dataSync } = tensor(result);
  return tensorOf([...dataSync()], shape.length === 2 ? [1, ...shape, 1] : [1, ...shape]);
}

function shaped(result: unknown) {
  const { shape, dataSync } = tensor(result);
  return { shape, values: [...dataSync()] };
}
