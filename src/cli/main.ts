import { enableCompileCache } from "node:module";

// Compiling is a third of a command's time, and the next need not do it again. It works for what is loaded from here on.
enableCompileCache();
await import("./program.ts");
