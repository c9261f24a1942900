export default async function startStore(): Promise<void> {}
