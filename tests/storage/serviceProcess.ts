import { attachEmbeddedStore } from "../../src/storage/embeddedStore.ts";
import { holdFolder } from "../../src/storage/folderLock.ts";
import { openStore } from "../../src/storage/openStore.ts";

/** A process of its own, as a service is: holds the folder, writes a person, says so, and stays until it is killed. */
const [dataDir = ""] = process.argv.slice(2);
holdFolder(dataDir);
const { connectionString, pid } = await attachEmbeddedStore(dataDir);
const store = await openStore({ connectionString });
await store.ready();
await store.people.save({ objectId: "p1", name: "Priya" });
console.log(pid);
setInterval(() => undefined, 60_000);
