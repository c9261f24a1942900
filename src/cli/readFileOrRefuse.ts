import { readFile } from "node:fs/promises";
import { UserError } from "../domain/userError.ts";

/** @throws UserError saying why the file cannot be read, or `otherwise` */
export async function readFileOrRefuse(file: string, otherwise = `${file} can't be read.`): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(code === "ENOENT" ? otherwise.replace("can't be read.", "is not there.") : `${otherwise} (${code})`);
  }
}
