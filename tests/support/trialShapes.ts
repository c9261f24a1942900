import type { ShapeStep, Shapes } from "../../src/storage/rowShapes.ts";
import { type RowType, rowTypes } from "../../src/storage/rowTypes.ts";

/** What each of a made-up release did to everything the store keeps. */
const inABox: ShapeStep = { upgrade: (value) => ({ inABox: value }), downgrade: ({ inABox }) => inABox };

/** Two of the changes are such that a careless reader would go on with them. */
const changes: Readonly<Record<RowType, ShapeStep>> = {
  ...(Object.fromEntries(rowTypes.map((type) => [type, inABox])) as Record<RowType, ShapeStep>),
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

const asItIs: ShapeStep = { upgrade: (value) => value, downgrade: (value) => value };
/** As `between`, but takes deliveries and updates of any version for its own. */
const careless: Shapes = { ...shapesWriting(1), delivery: { writes: 1, steps: [asItIs, asItIs] }, update: { writes: 1, steps: [asItIs, asItIs] } };

/** Releases in a row: `old` knows nothing of the changes, `between` reads them and writes as `old` does, `next` writes them. */
export const releases = { old: {}, between: shapesWriting(1), next: shapesWriting(2), careless } as const satisfies Record<string, Shapes>;

export type Release = keyof typeof releases;
