import { addDays, inWords } from "../../src/domain/localDate.ts";
import { personalConversationOf } from "../support/standInConnector.ts";
import { teamsPerson } from "../support/teamsPerson.ts";
import { measuresToAnswer } from "./answering.ts";
import type { Replica } from "./replicas.ts";
import type { Lead, Round } from "./round.ts";
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
  const lines = about.map(({ ref }) => {
    const words = `Spoken ${chance.letters(10)}`;
    if (asksForTime) round.saidOfDates.push({ kind: "request", ref, reason: words, thanked: false });
    else round.given.push({ ref, narrative: words, thanked: false });
    return asksForTime ? `${ref}: can we have until ${date} because ${words}` : `${ref} ${chance.oneOf(["Green", "Amber", "Red", "Blue"])}: ${words}`;
  });
  note(stage, `${asksForTime ? "asked for time" : "answered"} in words: ${manner}`);
  const say = (to: Replica, by = id) => post(stage, lead, to, lines.join("\n"), by);

  if (manner === "told to two replicas at once") return void (await Promise.all([say(replica), say(another)]));
  if (manner === "told to two by two ids at once") return void (await Promise.all([say(replica), say(replica, other)]));
  await say(replica);
  if (manner === "told again") await say(another);
  // By another id it is known for a minute, by the clock of whoever heard it.
  if (manner === "told again by another id") await say(replica, other);
}

/** What comes of it is seen in the conversation. */
async function post(stage: Stage, { objectId, lead }: Lead, replica: Replica, text: string, id: string): Promise<void> {
  const botUrl = await replica.up();
  const conversation = { id: personalConversationOf(objectId), conversationType: "personal" };
  await teamsPerson({ ...stage, botUrl, objectId, name: lead })
    .post({ type: "message", id, text, conversation })
    .catch(() => {}); // The replica died before it answered.
}
