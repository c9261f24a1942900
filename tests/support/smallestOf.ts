import { z } from "zod";

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema of every shape
type Schema = Record<string, any>;

/** The least that a zod schema takes: what it requires, as short as may be. @param known - values by the name of their field */
export function smallestOf(schema: z.ZodType, known: Readonly<Record<string, unknown>> = {}): unknown {
  return fill(z.toJSONSchema(schema, { io: "input" }), known);
}

function fill(schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case "object":
      return Object.fromEntries((schema.required ?? []).map((name: string) => [name, known[name] ?? fill(schema.properties[name], known)]));
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => fill(schema.items, known));
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "boolean":
      return false;
    default:
      return text(schema);
  }
}

function text({ format, pattern, minLength = 0 }: Schema): string {
  if (format === "uuid") return "5b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11";
  if (format === "date-time") return "2022-11-21T10:00:00.000Z";
  if (format === "date") return "2022-11-21";
  return pattern === "^\\d{6}$" ? "000001" : "x".repeat(minLength);
}
