/** Works through a list with so many at once, beginning in order; told to stop, it begins nothing more. Rejects as soon as one does; the others go on. */
export async function sideBySide<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<unknown>, stopping?: AbortSignal): Promise<void> {
  const left = items.values();
  const workEach = async () => {
    for (const item of left) {
      if (stopping?.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workEach));
}
