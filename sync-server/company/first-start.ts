// What an empty database gets at the first start: the demo company, or one company with one administrator.
import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { demoCompanyId, loadDemo } from '../demo/load.ts';
import type { Seal } from '../seal.ts';
import { hashPassword } from '../staff/passwords.ts';
import { basicCatalog } from './catalog.ts';
import { foundCompany, type Company, type Filed } from './found.ts';
import { basicRoles } from './roles.ts';

export type FirstStart =
  | { readonly kind: 'had-company' }
  /** The demo company is there, from now or from before. */
  | { readonly kind: 'demo' }
  | { readonly kind: 'empty'; readonly username: string; readonly password: string };

export interface FirstStartDeps {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: () => Date;
}

/** Several servers may start at once: one of them prepares, the others wait and find it done. */
export async function prepareFirstStart(
  { database, seal, clock }: FirstStartDeps,
  demo: boolean,
): Promise<FirstStart> {
  const now = clock();
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7064210)');
    const companies = await tx.query<{ company_id: string }>('select company_id from companies');
    if (companies.length > 0) return { kind: companies.some(isDemo) ? 'demo' : 'had-company' };
    if (demo) {
      await loadDemo(tx, now, seal);
      return { kind: 'demo' };
    }
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    const login = { staffId: administrator.document.id, username: 'admin', passwordHash };
    await foundCompany(tx, company, firstDocuments(), [login], now);
    return { kind: 'empty', username: login.username, password };
  });
}

const isDemo = ({ company_id }: { readonly company_id: string }) => company_id === demoCompanyId;

const company: Company = { id: 'company', name: '道路救援', zone: 'Asia/Shanghai' };

const administrator: Extract<Filed, { collection: 'staff' }> = {
  collection: 'staff',
  document: {
    id: 'staff-admin',
    name: '管理员',
    disabled: false,
    username: 'admin',
    roleIds: ['role-manager'],
    outletIds: [],
    employment: 'employed',
    hours: { from: '00:00', to: '24:00' },
  },
};

const firstDocuments = (): Filed[] => [
  ...basicRoles().map((document) => ({ collection: 'roles' as const, document })),
  ...basicCatalog().map((document) => ({ collection: 'catalog' as const, document })),
  administrator,
];
