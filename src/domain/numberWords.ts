/** Small numbers as people write them out. */
export const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** Matches one of them. */
export const anyNumberWord = `(?:${Object.keys(numberWords).join("|")})`;
