import { writeFile } from "node:fs/promises";
import { UserError } from "../domain/userError.ts";

/** @throws UserError for a path that cannot be written to */
export async function writeOrRefuse(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw new UserError(`${path} can't be written. (${(error as NodeJS.ErrnoException).code})`);
  }
}
