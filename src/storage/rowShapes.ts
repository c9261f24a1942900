import { NewerRowError } from "../ports.ts";
import type { RowType } from "./rowTypes.ts";

// biome-ignore lint/suspicious/noExplicitAny: values of shapes that today's types no longer know
type OlderValue = any;

/** From one version of a type's stored value to the next, and back. Neither may lose anything. */
export interface ShapeStep {
  upgrade(older: OlderValue): unknown;
  downgrade(newer: OlderValue): unknown;
}

/** How a type of row came to its present shape. */
export interface Shape {
  /** First from version 1 to 2. As many steps as versions after the first: what they end in is what the domain knows. */
  readonly steps: readonly ShapeStep[];
  /** The version written: for one release the one before the newest, so that the release still running can read it. */
  readonly writes: number;
}

/** By type of row; one that is not named has never changed. */
export type Shapes = Readonly<Partial<Record<RowType, Shape>>>;

/**
 * The one place where stored values change their shape. A property that is added needs no version: older releases keep
 * what they do not know when they change a row. Anything else takes a step here and two releases (docs/operating.md).
 */
export const shapes: Shapes = {};

/** @returns the value as it is stored, and in which version that is */
export function asStored(shape: Shape | undefined, value: unknown): { v: number; value: unknown } {
  if (!shape) return { v: 1, value };
  const back = shape.steps.slice(shape.writes - 1).reverse();
  return { v: shape.writes, value: back.reduce((newer, step) => step.downgrade(newer), value) };
}

/** @returns the value as the domain knows it @throws NewerRowError for a version this release does not know */
export function upgraded(shape: Shape | undefined, v: number, value: unknown, where: string): unknown {
  const steps = shape?.steps ?? [];
  if (!Number.isInteger(v) || v < 1 || v > steps.length + 1) {
    throw new NewerRowError(
      `${where} was written by a newer version of Drumbeat (version ${v} of its kind, this one knows ${steps.length + 1}). Nothing was changed: finish the update of every process, or go back to the newer version.`,
    );
  }
  return steps.slice(v - 1).reduce<unknown>((older, step) => step.upgrade(older), value);
}
