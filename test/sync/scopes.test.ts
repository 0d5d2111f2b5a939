// Who reads what: per collection and role of a new company.
import { describe, expect, test } from 'vitest';
import {
  continued,
  created,
  driver1,
  line,
  offered,
  personOf,
  told,
  wayTo,
  type Person,
} from '../setup/rules.ts';
import { companyDocuments } from '../setup/company.ts';
import { collectionNames, type Collection } from '#schemas/sync/collections.ts';
import { documentScopes, readScopes, type Scope } from '#schemas/sync/scopes.ts';

type Reads = Partial<Record<Collection, Scope[]>>;

const readsOf = (who: Person): Reads =>
  Object.fromEntries(collectionNames.map((name) => [name, readScopes(personOf(who), name)]));

const here: Scope[] = ['company', 'outlet:outlet-1'];
const everywhere: Scope[] = ['company', 'outlet:*'];
const nothing: Scope[] = [];

describe('who reads what', () => {
  test('a clerk: what is of his outlet, no positions, no statements', () => {
    expect(readsOf('clerk')).toEqual({
      orders: here,
      commands: ['actor:staff-clerk'],
      notices: here,
      statements: nothing,
      calls: ['actor:staff-clerk'],
      photos: here,
      positions: nothing,
      customers: here,
      vehicles: here,
      outlets: here,
      staff: ['actor:staff-clerk', ...here],
      roles: here,
      catalog: here,
    });
  });

  test('a dispatcher: the same, and calls and positions', () => {
    expect(readsOf('dispatcher')).toMatchObject({
      orders: here,
      statements: nothing,
      calls: ['actor:staff-dispatcher', ...here],
      positions: here,
      staff: ['actor:staff-dispatcher', ...here],
    });
  });

  test('a dispatcher of the second outlet: nothing of the first', () => {
    const scopes = Object.values(readsOf('dispatcher2')).flat();
    expect(new Set(scopes)).toEqual(new Set(['actor:staff-dispatcher2', 'company', 'outlet:outlet-2']));
  });

  test('a driver: his orders and photos, himself, and what he chooses from', () => {
    expect(readsOf('driver1')).toEqual({
      orders: ['driver:staff-driver1'],
      commands: ['actor:staff-driver1'],
      notices: nothing,
      statements: nothing,
      calls: ['actor:staff-driver1'],
      photos: ['driver:staff-driver1'],
      positions: nothing,
      customers: nothing,
      vehicles: here,
      outlets: here,
      staff: ['actor:staff-driver1'],
      roles: nothing,
      catalog: here,
    });
  });

  test('finance: orders and statements of all outlets, no calls but their own', () => {
    expect(readsOf('finance')).toMatchObject({
      orders: ['amounts', ...everywhere],
      statements: everywhere,
      calls: ['actor:staff-finance'],
      positions: nothing,
      customers: everywhere,
    });
  });

  test('a manager: everything but the commands of others', () => {
    const { commands, staff, calls, orders, outlets, ...others } = readsOf('admin');
    expect(orders).toEqual(['amounts', ...everywhere]);
    expect(outlets).toEqual(['addresses', ...everywhere]);
    expect(commands).toEqual(['actor:staff-admin']);
    expect([staff, calls]).toEqual([
      ['actor:staff-admin', ...everywhere],
      ['actor:staff-admin', ...everywhere],
    ]);
    for (const scopes of Object.values(others)) expect(scopes).toEqual(everywhere);
  });

  test('somebody whose roles allow nothing: himself, and the lists that are no secret', () => {
    expect(readsOf('nobody')).toMatchObject({
      orders: nothing,
      photos: nothing,
      customers: nothing,
      vehicles: nothing,
      roles: nothing,
      staff: ['actor:staff-nobody'],
      catalog: here,
      outlets: here,
    });
  });
});

describe('where a document is filed', () => {
  test('an order: its outlet, and the driver who has it now', () => {
    const scopes = documentScopes('orders', told(...wayTo.dispatched));
    expect(scopes).toEqual(['outlet:*', 'outlet:outlet-1', 'driver:staff-driver1']);
    expect(documentScopes('orders', told(...wayTo.pending))).toEqual(['outlet:*', 'outlet:outlet-1']);
    const asked = told(created, offered);
    const both = ['driver:staff-driver1', 'driver:staff-driver2'];
    expect(documentScopes('orders', asked)).toEqual(['outlet:*', 'outlet:outlet-1', ...both]);
    const declined = continued(asked, line('driver1', 'decline', { reason: '太远' }));
    expect(documentScopes('orders', declined)).toEqual(['outlet:*', 'outlet:outlet-1', both[1]]);
    const taken = continued(asked, driver1('accept'));
    expect(documentScopes('orders', taken)).toEqual(['outlet:*', 'outlet:outlet-1', both[0]]);
  });

  test('a command: its author alone, and nobody before it has one', () => {
    const command = {
      id: 'c',
      n: 1,
      deviceId: 'd',
      type: 'void',
      orderId: 'o',
      at: '2026-03-01T08:00:00Z',
      payload: {},
    };
    expect(documentScopes('commands', { ...command, actorId: 'staff-clerk' })).toEqual(['actor:staff-clerk']);
    expect(documentScopes('commands', command)).toEqual([]);
  });

  test('a call: the outlet, and the employee whose extension rings', () => {
    const call = {
      id: 'call-1',
      outletId: 'outlet-1',
      extension: '8001',
      caller: '13900000000',
      state: 'ringing',
      startedAt: '2026-03-01T08:00:00Z',
    } as const;
    expect(documentScopes('calls', { ...call, staffId: 'staff-operator' })).toContain('actor:staff-operator');
    expect(documentScopes('calls', call)).toEqual(['outlet:*', 'outlet:outlet-1']);
  });

  test('customers and people without outlets: the whole company', () => {
    const filed = companyDocuments.flatMap(({ collection, document }) => {
      if (collection === 'customers') return [[document.id, documentScopes(collection, document)] as const];
      return collection === 'staff' ? [[document.id, documentScopes(collection, document)] as const] : [];
    });
    const scopes = new Map(filed);
    expect(scopes.get('customer-all')).toEqual(['company']);
    expect(scopes.get('customer-2')).toEqual(['outlet:*', 'outlet:outlet-2']);
    expect(scopes.get('staff-finance')).toContain('company');
    expect(scopes.get('staff-clerk')).toEqual(['outlet:*', 'actor:staff-clerk', 'outlet:outlet-1']);
  });
});
