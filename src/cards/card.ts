/** An Adaptive Card 1.5 as JSON, ready to be sent. */
export type Card = { readonly type: "AdaptiveCard"; readonly [key: string]: unknown };
