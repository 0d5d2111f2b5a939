// A customer's list against a statement.
import { expect, test } from 'vitest';
import { matchLines, type TheirLine } from '#schemas/finance/statements/match.ts';
import type { StatementLine } from '#schemas/finance/statements/statement.ts';

const line = (id: string, changed: Partial<StatementLine> = {}): StatementLine => ({
  ...{
    id,
    number: id,
    outletId: 'outlet-1',
    plate: `浙A0000${id}`,
    serviceId: 'service-tow',
    service: '拖车',
  },
  ...{ endedAt: '2026-03-05T08:00:00.000Z', amountFen: 10_000, adjustments: [], disputes: [] },
  ...{ receivedFen: 0, posted: false },
  ...changed,
});
const dayOf = (instant: string) => instant.slice(0, 10);
const told = (lines: readonly StatementLine[], theirs: readonly Omit<TheirLine, 'row'>[]) =>
  matchLines(
    lines,
    theirs.map((row, index) => ({ row: index + 2, ...row })),
    dayOf,
  ).map((match) => [
    match.kind,
    'line' in match ? match.line.id : undefined,
    'theirs' in match ? match.theirs.row : undefined,
  ]);

test('the case number tells which is which, however it is typed', () => {
  const lines = [line('1', { customerOrderNumber: 'CS-81' }), line('2', { customerOrderNumber: 'CS-82' })];
  expect(
    told(lines, [
      { caseNumber: 'cs 82', amountFen: 10_000 },
      { caseNumber: 'CS81', amountFen: 9_000 },
    ]),
  ).toEqual([
    ['agrees', '2', 2],
    ['differs', '1', 3],
  ]);
});

test('else plate and day do, and the plate alone where there is one of it', () => {
  const [first, second] = ['2026-03-05T01:00:00.000Z', '2026-03-07T01:00:00.000Z'];
  const lines = [
    line('1', { plate: '浙A88888', endedAt: first }),
    line('2', { plate: '浙A88888', endedAt: second }),
    line('3', { plate: '浙B12345' }),
  ];
  expect(
    told(lines, [
      { plate: '浙 a·88888', day: '2026-03-07', amountFen: 10_000 },
      { plate: '浙B12345', day: '2026-04-01', amountFen: 10_000 },
      { plate: '浙A88888', day: '2026-03-05' },
    ]),
  ).toEqual([
    ['agrees', '2', 2],
    ['agrees', '3', 3],
    ['agrees', '1', 4],
  ]);
});

test('what fits two is left to a person, and what fits none is told', () => {
  const lines = [line('1', { plate: '浙A88888' }), line('2', { plate: '浙A88888' })];
  expect(
    told(lines, [
      { plate: '浙A88888', amountFen: 10_000 },
      { caseNumber: 'X', amountFen: 1 },
    ]),
  ).toEqual([
    ['unknown', undefined, 2],
    ['unknown', undefined, 3],
    ['missing', '1', undefined],
    ['missing', '2', undefined],
  ]);
});

test('an adjusted line is compared by what it comes to', () => {
  const adjustments = [{ id: 'a', amountFen: -1_000, reason: 'x', by: 'staff', at: '2026-03-06T00:00:00Z' }];
  const lines = [line('1', { customerOrderNumber: 'C1', adjustments })];
  expect(told(lines, [{ caseNumber: 'C1', amountFen: 9_000 }])).toEqual([['agrees', '1', 2]]);
});
