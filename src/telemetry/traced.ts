import { type Attributes, SpanStatusCode, type Tracer } from "@opentelemetry/api";

/** Does some work in a span of its own. Of an error only its kind is kept: its message may quote somebody. */
export function traced<T>(tracer: Tracer, name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "unknown" });
      throw error;
    } finally {
      span.end();
    }
  });
}
