import { setTimeout as wait } from "node:timers/promises";
import { shutdownAzureMonitor, useAzureMonitor } from "@azure/monitor-opentelemetry";
import { metrics, trace } from "@opentelemetry/api";
import { type Measures, measure } from "./measure.ts";

export interface Telemetry extends Measures {
  /** Sends what was measured since the last time, for at most 2 s. */
  stop(): Promise<void>;
}

const off = { enabled: false };

/**
 * Sends metrics every minute, and traces, to Azure Monitor.
 *
 * Takes about a second to load, so nobody imports this file who does not measure. What Microsoft's package would measure
 * by itself is off: its records of requests hold addresses of people's conversations.
 *
 * @param connectionString - of an Application Insights resource @throws Error when it is none
 */
export function startTelemetry(connectionString: string): Telemetry {
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= "1"; // Microsoft's figures about its own package
  process.env.OTEL_SERVICE_NAME ??= "drumbeat";
  useAzureMonitor({
    azureMonitorExporterOptions: { connectionString, disableOfflineStorage: true },
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    instrumentationOptions: { http: off, azureSdk: off, mongoDb: off, mySql: off, postgreSql: off, redis: off, redis4: off },
  });
  return {
    ...measure(metrics.getMeter("drumbeat"), trace.getTracer("drumbeat")),
    async stop() {
      await Promise.race([shutdownAzureMonitor().catch(() => undefined), wait(2_000)]);
    },
  };
}
