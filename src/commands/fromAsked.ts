/** Takes from the end of what was typed where in a long list to go on: `area 2 from 25`. @returns `from` counted from 1 */
export function fromAsked(typed: string): { readonly rest: string; readonly from: number } {
  const [whole, number] = /(?:^|\s)from (\d{1,4})$/i.exec(typed) ?? [];
  return whole === undefined ? { rest: typed, from: 1 } : { rest: typed.slice(0, -whole.length), from: Math.max(1, Number(number)) };
}
