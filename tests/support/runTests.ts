import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * `npm test`: types, lint and unused code count as one test each, jest's tests as themselves.
 * Words after `npm test --` go to jest. Leaves the counts in build/test-results.json for `.ci/run`.
 */
const steps: Record<string, readonly string[]> = {
  types: ["tsc", "--noEmit", "-p", "."],
  lint: ["biome", "check", "--error-on-warnings"],
  unused: ["knip", "--no-progress"],
};
const jestResults = "build/jest-results.json";

mkdirSync("build", { recursive: true });
rmSync(jestResults, { force: true });

const stepsPassed = await Promise.all(Object.entries(steps).map(([name, command]) => runStep(name, command)));
const jest = runJest(process.argv.slice(2));
const passed = stepsPassed.filter(Boolean).length + jest.passed;
const failed = stepsPassed.filter((ok) => !ok).length + jest.failed;

writeFileSync("build/test-results.json", JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function runStep(name: string, [tool = "", ...args]: readonly string[]): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve) => {
    execFile(`node_modules/.bin/${tool}`, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(error ? `FAILED ${name} (${seconds} s)\n${stdout}${stderr || error.message}` : `passed ${name} (${seconds} s)`);
      resolve(!error);
    });
  });
}

function runJest(args: readonly string[]): { passed: number; failed: number } {
  const jest = ["node_modules/jest/bin/jest.js", "--json", `--outputFile=${jestResults}`, ...args];
  // Jest runs ES modules only with the first switch, of which Node warns in every worker without the second.
  const { status } = spawnSync(process.execPath, ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", ...jest], { stdio: "inherit" });
  if (!existsSync(jestResults)) return { passed: 0, failed: 1 };

  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(jestResults, "utf8"));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}
