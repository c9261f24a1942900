import type { Person, Team } from "../domain/person.ts";
import type { PeopleStore } from "../ports.ts";
import { keyOf, type Row } from "./rows.ts";
import { changeRow, type Table } from "./table.ts";

const people = "people";
const teams = "teams";
/** Digits and letters, with which every object id and team id begins. */
const everyKey = { from: "0", to: "~" };

export function openPeopleStore(table: Table): PeopleStore {
  return {
    async find(objectId) {
      return (await table.find<Person>(people, keyOf(objectId)))?.value;
    },

    async all() {
      return (await table.readable(people, everyKey)).rows.map(({ value }) => value as Person);
    },

    async save(person) {
      const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)) as unknown as Person;
      await changeRow<Person>(table, { partition: people, key: keyOf(person.objectId), type: "person" }, (stored) => ({
        ...stored,
        ...given,
        ...(given.plans && { plans: [...new Set([...(stored?.plans ?? []), ...given.plans])] }),
      }));
    },

    async saveLeft(objectId) {
      await changeRow<Person>(table, { partition: people, key: keyOf(objectId), type: "person" }, (stored) => {
        const { address: _, ...kept } = { ...stored, objectId, left: true };
        return kept;
      });
    },

    async firstWelcome(objectId) {
      let isFirst = false;
      await changeRow<Person>(table, { partition: people, key: keyOf(objectId), type: "person" }, (stored) => {
        isFirst = stored?.welcomed !== true;
        return stored && !isFirst ? stored : { ...stored, objectId, welcomed: true };
      });
      return isFirst;
    },

    async teams() {
      return (await table.readable(teams, everyKey)).rows.map(({ value }) => value as Team);
    },

    async saveTeam(team) {
      await changeRow<Team>(table, teamRow(team.teamId, undefined), (stored) => ({ ...stored, ...team }));
    },

    async forgetTeam(teamId) {
      await table.write([{ kind: "delete", row: teamRow(teamId, undefined) }]);
    },
  };
}

function teamRow(teamId: string, value: Team | undefined): Row {
  return { partition: teams, key: keyOf(teamId), type: "team", value };
}
