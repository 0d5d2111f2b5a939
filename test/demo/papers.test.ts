import { expect, test } from 'vitest';
import { objectionsTo } from '#schemas/reference/objections.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { Directory } from '#schemas/reference/directory.ts';
import { actorOf } from '#schemas/staff/actor.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { demoCompany } from '../../sync-server/demo/company.ts';
import { withPapers } from '../../sync-server/demo/papers.ts';

const now = new Date('2026-11-25T08:00:00.000Z');
const documents = withPapers(demoCompany().documents, now);
const admin = documents.find(({ document }) => document.id === 'staff-admin')?.document as Staff;

test('what the demo company holds is what its manager might have entered', () => {
  const known = {
    actor: actorOf(admin, basicRoles(), 'demo'),
    directory: new Directory(),
    today: '2026-11-25',
    isComplete: false,
    isUsed: () => false,
  };
  const objections = documents
    .filter(({ collection }) => collection !== 'roles')
    .flatMap(({ collection, document }) =>
      objectionsTo({ collection, stored: undefined, after: document } as ReferenceChange, known),
    );
  expect(objections).toEqual([]);
});

test('some papers have ended, and some are about to', () => {
  const days = documents.flatMap((filed) =>
    filed.collection === 'vehicles' ? [filed.document.insuranceExpiresOn ?? ''] : [],
  );
  expect(days.filter((day) => day < '2026-11-25')).toHaveLength(1);
  expect(days.filter((day) => day >= '2026-11-25' && day < '2026-12-25')).toHaveLength(1);
});
