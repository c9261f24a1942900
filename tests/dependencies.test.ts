import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";

test("docs/dependencies.md gives a reason for every dependency, once each, and for no other", async () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await readFile("package.json", "utf8"));
  const page = await readFile("docs/dependencies.md", "utf8");

  const reasoned = [...page.matchAll(/^\| `([^`]+)` \| (\S.*\S) \|$/gm)].map(([, name]) => name);

  expect(reasoned).toEqual([dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.keys(group).sort()));
});

test("every dependency is pinned to one version", async () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await readFile("package.json", "utf8"));

  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
