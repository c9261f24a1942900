import { createRequire } from "node:module";

interface Pipeline {
  removePolicy(policy: { name?: string }): unknown;
}

/** Keeps botbuilder's own retries in every client made from here on, whatever is asked of its pipeline. */
export function leaveRetriesOn(): void {
  // The copy botbuilder's connector uses.
  const ofBotbuilder = createRequire(createRequire(import.meta.url).resolve("botbuilder"));
  const ofConnector = createRequire(ofBotbuilder.resolve("botframework-connector"));
  const { createEmptyPipeline } = createRequire(ofConnector.resolve("@azure/core-client"))("@azure/core-rest-pipeline") as { createEmptyPipeline(): Pipeline };
  const pipelines = Object.getPrototypeOf(createEmptyPipeline()) as Pipeline;
  const { removePolicy } = pipelines;
  pipelines.removePolicy = function (this: Pipeline, policy) {
    return policy.name === "defaultRetryPolicy" ? [] : removePolicy.call(this, policy);
  };
}
