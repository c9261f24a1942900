import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { xmlWords } from "../../src/reports/xmlWords.ts";

test("any words a person can type stand in XML, and ordinary ones stay as they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const parser = new SaxesParser();
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(`<w>${xmlWords(typed).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;")}</w>`).close();
    }),
  );
  expect(xmlWords("Zażółć\t“gęślą”\r\n👍")).toBe("Zażółć\t“gęślą”\n👍");
});
