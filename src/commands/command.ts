import type { Deed } from "../domain/permission.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { AtPlan } from "../flows/atPlan.ts";
import type { Asker, Message, Ports, Where } from "../ports.ts";

/** One call of a command by somebody, somewhere. */
export interface Call {
  readonly ports: Ports;
  readonly asker: Asker;
  /** What was typed after the command's own words. */
  readonly rest: string;
  /** All that was typed, for asking again once a plan is chosen. */
  readonly words: string;
  /** People mentioned beside the bot. */
  readonly mentioned: readonly { readonly objectId: ObjectId; readonly name: string }[];
  readonly admins: readonly ObjectId[];
  /** Of the message the words were typed in; absent for a button that says them. */
  readonly messageId?: string;
}

interface Described {
  /** What is typed, lower case; several words are allowed. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** With its argument: `history REF`. */
  readonly usage: string;
  /** One short sentence, for help and for the manifest's command lists. */
  readonly does: string;
  readonly where: readonly Where["kind"][];
  /** Exists only where plan time can be moved. */
  readonly localOnly?: boolean;
  /** Nothing follows it: words that only begin so are a sentence. */
  readonly alone?: boolean;
  /** All of its name is typed, and nothing else: anything shorter or longer may be what a lead says. */
  readonly exact?: boolean;
  /** What may follow it, where that is more or less than a reference: any other words are a sentence. */
  readonly takes?: Pick<RegExp, "test">;
  /** A lead's report may fit what it takes, too: whoever may not run it is heard first. */
  readonly mayBeReport?: true;
  /** False where a sentence that holds its name asks for something else: `see email`. */
  readonly inSentences?: false;
  /** Left out of the manifest's command lists, which hold few, and folded in help. */
  readonly unlisted?: boolean;
  /** Stands in help with what chairs and programme managers ask, though no deed of a plan is needed to say it. */
  readonly forManagers?: boolean;
}

/** Anybody may run it; it shows nothing of a plan. */
export interface OpenCommand extends Described {
  readonly deed?: undefined;
  run(call: Call): Promise<Message>;
}

/** Runs at a plan, for those it allows the deed. In the plan's own channel everybody may read. */
export interface PlanCommand extends Described {
  readonly deed: Deed;
  /** Whether it may be said in a channel that no plan uses yet. */
  bindsChannel?(rest: string): boolean;
  run(call: Call, at: AtPlan): Promise<Message>;
}

export type Command = OpenCommand | PlanCommand;
