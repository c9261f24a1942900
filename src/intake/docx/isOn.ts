/** Whether an on/off property such as `<w:b/>` is on: it is, unless it says otherwise (ISO/IEC 29500-1, 17.17.4). */
export function isOn({ val }: Readonly<Record<string, string | undefined>>): boolean {
  return val === undefined || !["0", "false", "off"].includes(val);
}
