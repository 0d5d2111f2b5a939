// Where the pages of records are, of records that somebody sees.
import type { PagePath } from '../../client/app/pages.ts';
import type { Api } from './fixtures.ts';

/** What the records of a page are kept in. */
export const collections: Partial<Record<PagePath, string>> = {
  '/orders/:id': 'orders',
  '/orders/:id/edit': 'orders',
  '/jobs/:id': 'orders',
  '/finance/statements/:id': 'statements',
  '/customers/:id': 'customers',
  '/vehicles/:id': 'vehicles',
  '/outlets/:id': 'outlets',
  '/staff/:id': 'staff',
  '/roles/:id': 'roles',
  '/catalog/:id': 'catalog',
};

/** One that is there, an order that waits where there is one; undefined: this person sees none. */
export async function someId(api: Api, collection: string): Promise<string | undefined> {
  const documents = await api.documents<{ id: string; status?: string; _deleted?: boolean }>(collection);
  const there = documents.filter(({ _deleted }) => !_deleted);
  return (there.find(({ status }) => status === 'pending') ?? there[0])?.id;
}

export const addressAt = (path: PagePath, id: string): string => path.replace(/:[a-z]+/, id);
