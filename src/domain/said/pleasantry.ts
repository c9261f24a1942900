const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
const yesNo = /^(?:yes|yep|yeah|yup|ye|y|no|nope|nah|n|sure|of course|agreed|correct|true|false)$/;
const kind =
  /^(?:(?:ok|okay|k|kk|oki|thanks?|thank you|thankyou|thx|ty|ta|cheers|great|lovely|perfect|brilliant|super|cool|excellent|fab|noted|got it|received|seen|read|will do|on it|understood|no problem|no worries|np|sorry|oops|bye|much|so|very|a lot|many|that'?s|drumbeat|for this|for that|for the reminder|will look|have a (?:good|nice|lovely) (?:day|weekend|evening|one)|you too|test|testing|hmm+|haha|lol|yes|yep|no|sure|all)\s*)+$/;

/** Words that want no more than a nod. @returns undefined for any other */
export function pleasantry(words: string): { readonly yesOrNo: boolean } | undefined {
  const said = words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(emoji, " ")
    .replace(/[^\p{L}\p{N}'?]+/gu, " ")
    .trim();
  if (said === "") return /[🟢🟡🟠🔴🔵⚫✅✔☑🎉]/u.test(words) || !/\p{Extended_Pictographic}/u.test(words) ? undefined : { yesOrNo: false };
  if (yesNo.test(said)) return { yesOrNo: true };
  return kind.test(said) ? { yesOrNo: false } : undefined;
}
