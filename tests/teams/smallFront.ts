import type { Asker, Front, Log, MadeFile, Message, SentFile } from "../../src/ports.ts";

/** A front that says what a test tells it to and remembers what it was asked. */
export interface SmallFront extends Front {
  readonly asked: Asked[];
  readonly heardFrom: Asker[];
  readonly teams: Map<string, string | undefined>;
  onMessage(answer: () => Promise<Message | undefined>): void;
  onPress(answer: () => Promise<Message>): void;
  onFileWanted(make: () => Promise<MadeFile>): void;
}

export interface Asked {
  readonly asker: Asker;
  readonly words?: string;
  readonly mentioned?: readonly { objectId: string; name: string }[];
  readonly data?: unknown;
  readonly files?: readonly SentFile[];
}

export function createSmallFront(): SmallFront {
  const asked: Asked[] = [];
  const heardFrom: Asker[] = [];
  const teams = new Map<string, string | undefined>();
  let message: () => Promise<Message | undefined> = async () => ({ text: "Hello.", alert: "Hello" });
  let press: () => Promise<Message> = async () => ({ card: cardSaying("Saved."), alert: "Saved" });
  let makeFile = async (): Promise<MadeFile> => ({ name: "sheet.csv", bytes: Buffer.from("a,b") });
  return {
    asked,
    heardFrom,
    teams,
    onMessage: (answer) => {
      message = answer;
    },
    onPress: (answer) => {
      press = answer;
    },
    onFileWanted: (make) => {
      makeFile = make;
    },
    async message(asker, words, mentioned, files) {
      asked.push({ asker, words, mentioned, ...(files && { files }) });
      return message();
    },
    async press(asker, data) {
      asked.push({ asker, data });
      return press();
    },
    async fileWanted(asker, data) {
      asked.push({ asker, data });
      return makeFile();
    },
    async arrived(asker) {
      asked.push({ asker });
      return { text: `Welcome, ${asker.name}.`, alert: "Welcome" };
    },
    async teamSeen({ teamId, name }) {
      teams.set(teamId, name ?? teams.get(teamId));
    },
    async teamLost(teamId) {
      teams.delete(teamId);
    },
    async heard(asker) {
      heardFrom.push(asker);
    },
    async edited(asker, words) {
      asked.push({ asker, words });
      return message();
    },
    async deleted(asker) {
      asked.push({ asker });
      return undefined;
    },
    async left() {},
  };
}

export function cardSaying(text: string): object {
  return { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] };
}

export interface KeptLog extends Log {
  readonly lines: { readonly level: string; readonly event: string; readonly error?: unknown; readonly facts?: Readonly<Record<string, unknown>> }[];
}

export function createKeptLog(): KeptLog {
  const lines: KeptLog["lines"] = [];
  return {
    lines,
    info: (event, facts) => void lines.push({ level: "info", event, facts }),
    warn: (event, facts) => void lines.push({ level: "warn", event, facts }),
    error: (event, error, facts) => void lines.push({ level: "error", event, error, facts }),
  };
}
