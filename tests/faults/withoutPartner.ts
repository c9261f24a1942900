/**
 * Gives each of some things another of its own that could belong to it.
 *
 * @returns those for which none is left
 */
export function withoutPartner<A, B>(things: readonly A[], others: readonly B[], mayBelong: (thing: A, other: B) => boolean): A[] {
  const takenBy = new Map<B, A>();
  return things.filter((thing) => !findPlace(thing, new Set()));

  /** One that is taken is asked to move to another (Kuhn's matching). */
  function findPlace(thing: A, tried: Set<B>): boolean {
    for (const other of others) {
      if (tried.has(other) || !mayBelong(thing, other)) continue;
      tried.add(other);
      const rival = takenBy.get(other);
      if (rival && !findPlace(rival, tried)) continue;
      takenBy.set(other, thing);
      return true;
    }
    return false;
  }
}
