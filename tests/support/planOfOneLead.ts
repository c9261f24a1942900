/** So many measures of one lead, in an area, besides one that is complete. */
export const measuresOfOneLead = 500;

/** All of it was due in October; half bears words as long as councils write. */
export function planOfOneLead(): Uint8Array {
  const long = "Waits for an assessment come down in every part of the county and families are told how long it takes. ".repeat(6);
  const rows = Array.from(
    { length: measuresOfOneLead },
    (_, n) => `Waits,${1 + (n % 50)}.${1 + Math.floor(n / 50)},"Measure ${n} ${n % 2 ? long : ""}",Inclusion lead,31/10/2022,Amber`,
  );
  const done = "Waits,99.1,Done already,Inclusion lead,31/10/2022,Blue";
  return Buffer.from(["Area,Ref,Action,Lead,Due,Rating", ...rows, done].join("\n"));
}
