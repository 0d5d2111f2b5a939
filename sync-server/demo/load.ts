// Writes the demo company: its history is replayed through the same execution as any other command.
import type { Queryable } from '../database/database.ts';
import { foundCompany } from '../company/found.ts';
import { executeBatch, type Submission } from '../orders/execute.ts';
import { withdraw } from '../outbox/jobs.ts';
import type { Seal } from '../seal.ts';
import { smsJobKind } from '../sms/jobs.ts';
import { hashPassword } from '../staff/passwords.ts';
import { ok } from '#schemas/core/result.ts';
import { actorOf as staffActor } from '#schemas/staff/actor.ts';
import { rescuedPerson, serverItself } from '#schemas/staff/outsiders.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { demoCompany, type DemoCompany } from './company.ts';
import { demoHistory, type DemoCommand } from './history.ts';
import { offerNotices } from './notices.ts';
import { withPapers } from './papers.ts';
import { demoPositions, tellPositions } from './positions.ts';

export const demoCompanyId = 'demo';
export const demoPassword = 'towline-demo';

const seed = 20260101;
const batchSize = 250;

/** @param now the history ends here; @param seal of the secret that the insurer's interface has */
export async function loadDemo(tx: Queryable, now: Date, seal: Seal): Promise<void> {
  const demo = demoCompany();
  const logins = await Promise.all(
    demo.logins.map(async (login) => ({ ...login, passwordHash: await hashPassword(demoPassword) })),
  );
  await foundCompany(tx, demo.company, withPapers(demo.documents, now), logins, now);
  const told = demoHistory({ now: now.toISOString(), seed });
  const history = await offerNotices(tx, { companyId: demo.company.id, history: told, now, seal });
  const submissions = submissionsOf(demo, history);
  for (let start = 0; start < submissions.length; start += batchSize) {
    await executeBatch(tx, demo.company.id, submissions.slice(start, start + batchSize));
  }
  // Of each message the history says what became of it; a gateway would send it to whoever has that number.
  await withdraw(tx, demo.company.id, smsJobKind);
  const employees = employeesOf(demo);
  await tellPositions(tx, demoPositions(history, now.getTime(), seed), employees);
}

function submissionsOf(demo: DemoCompany, history: readonly DemoCommand[]): Submission[] {
  const actorOf = actorsOf(demo);
  return history.map((entry) => {
    return { actor: actorOf(entry), command: ok(entry.command), now: entry.at };
  });
}

/** Who sent each command of the demo's history. */
export function actorsOf(demo: DemoCompany): (entry: DemoCommand) => Actor {
  const employee = employeesOf(demo);
  return ({ actorId, command }) => {
    if (actorId === 'server') return serverItself(demo.company.id);
    if (actorId === 'rescued-person') return rescuedPerson(demo.company.id, command.orderId);
    return employee(actorId);
  };
}

function employeesOf({ company, documents }: DemoCompany): (id: string) => Actor {
  const roles = documents.flatMap((filed) => (filed.collection === 'roles' ? [filed.document] : []));
  const actors = new Map(
    documents.flatMap((filed) =>
      filed.collection === 'staff'
        ? [[filed.document.id, staffActor(filed.document, roles, company.id)]]
        : [],
    ),
  );
  return (id) => {
    const actor = actors.get(id);
    if (!actor) throw new Error(`The demo's history names ${id}, who does not work there`);
    return actor;
  };
}
