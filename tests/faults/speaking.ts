import { addDays, inWords } from "../../src/domain/localDate.ts";
import { personalConversationOf } from "../support/standInConnector.ts";
import { teamsPerson } from "../support/teamsPerson.ts";
import { measuresToAnswer } from "./answering.ts";
import type { Replica } from "./replicas.ts";
import type { Given, Lead, Round } from "./round.ts";
import { latest, localDay, note, type Stage } from "./stage.ts";

const manners = ["once", "once", "told again", "told again by another id", "told to two replicas at once", "told to two by two ids at once"] as const;

/**
 * A lead answers in words, about one measure or several, or asks for more time. Teams may tell of the message again: whoever hears it
 * then, under its own id or another, must know it.
 */
export async function speak(stage: Stage, round: Round): Promise<void> {
  const chance = stage.chance.fork();
  const lead = chance.oneOf(round.leads);
  const [manner, asksForTime, several] = [chance.oneOf(manners), chance.happens(0.3), chance.happens(0.3)];
  const date = inWords(addDays(localDay(latest(stage)), 1 + chance.below(40)));
  const [id, other, replica, another] = [chance.guid(), chance.guid(), chance.oneOf(stage.replicas), chance.oneOf(stage.replicas)];
  const measures = await measuresToAnswer(stage, round, lead);
  if (measures.length === 0) return;
  const about = several && !asksForTime ? measures.slice(0, 3) : [chance.oneOf(measures)];
  const spoken = about.map(({ ref }) => ({ ref, narrative: `Spoken ${chance.letters(10)}`, thanked: false, most: 1 }));
  if (asksForTime) round.saidOfDates.push(...spoken.map((one) => Object.assign(one, { kind: "request", reason: one.narrative } as const)));
  else round.given.push(...spoken);
  const line = ({ ref, narrative }: Given) =>
    asksForTime ? `${ref}: can we have until ${date} because ${narrative}` : `${ref} ${chance.oneOf(["Green", "Amber", "Red", "Blue"])}: ${narrative}`;
  const words = spoken.map(line).join("\n");
  note(stage, `${asksForTime ? "asked for time" : "answered"} in words: ${manner}`);
  const say = (to: Replica, by = id) => post(stage, lead, to, words, by);

  const began = Date.parse(replica.now());
  if (manner === "told to two replicas at once") return void (await Promise.all([say(replica), say(another)]));
  if (manner === "told to two by two ids at once") await Promise.all([say(replica), say(replica, other)]);
  else await say(replica);
  if (manner === "told again") await say(another);
  if (manner === "told again by another id") await say(replica, other);
  // By another id it is known for a minute, by the clock of whoever heard it; that may have been moved meanwhile.
  if (Date.parse(replica.now()) - began >= 60_000) for (const one of spoken) one.most = 2;
}

/** What comes of it is seen in the conversation. */
async function post(stage: Stage, { objectId, lead }: Lead, replica: Replica, text: string, id: string): Promise<void> {
  const botUrl = await replica.up();
  const conversation = { id: personalConversationOf(objectId), conversationType: "personal" };
  await teamsPerson({ ...stage, botUrl, objectId, name: lead })
    .post({ type: "message", id, text, conversation })
    .catch(() => {}); // The replica died before it answered.
}
