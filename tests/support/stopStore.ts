// biome-ignore lint/style/noDefaultExport: jest asks for one
export default async function stopStore(): Promise<void> {
  await (globalThis as { stopTestStore?: () => Promise<void> }).stopTestStore?.();
}
