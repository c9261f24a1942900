import type { ShapeStep, Shapes } from "../../src/storage/rowShapes.ts";

/** Made-up changes of two shapes, to roll through. */
const changes: Readonly<Record<string, ShapeStep>> = {
  delivery: {
    upgrade: ({ attempts, ...rest }) => ({ ...rest, sending: { begun: attempts } }),
    downgrade: ({ sending, ...rest }) => ({ ...rest, attempts: sending.begun }),
  },
  update: {
    upgrade: ({ narrative, ...rest }) => ({ ...rest, words: [narrative] }),
    downgrade: ({ words, ...rest }) => ({ ...rest, narrative: words.join("") }),
  },
};

/** Their domain is today's, so a second step gives the old shape back: what differs is what stands in the rows. */
const shapesWriting = (writes: number): Shapes =>
  Object.fromEntries(Object.entries(changes).map(([type, step]) => [type, { writes, steps: [step, { upgrade: step.downgrade, downgrade: step.upgrade }] }]));

/** As `old`, but takes rows of any version for its own. */
const careless: Shapes = Object.fromEntries(
  Object.keys(changes).map((type) => {
    const asItIs: ShapeStep = { upgrade: (value) => value, downgrade: (value) => value };
    return [type, { writes: 1, steps: [asItIs, asItIs] }];
  }),
);

/** Releases in a row: `old` knows nothing of the changes, `between` reads them and writes as `old` does, `next` writes them. */
export const releases = { old: {}, between: shapesWriting(1), next: shapesWriting(2), careless } as const satisfies Record<string, Shapes>;

export type Release = keyof typeof releases;
