// Filters of the board that a person has given a name. Pure: what is kept is text.
import { readQuery, writeQuery, type BoardQuery } from './board-query.ts';

export interface SavedView {
  readonly name: string;
  /** As in the address, without the question mark. */
  readonly search: string;
}

const most = 30;

export function readViews(stored: string | null): readonly SavedView[] {
  try {
    const read: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(read) ? read.filter(isView).slice(0, most) : [];
  } catch {
    return [];
  }
}

const isView = (view: unknown): view is SavedView =>
  typeof view === 'object' &&
  view !== null &&
  'name' in view &&
  'search' in view &&
  typeof view.name === 'string' &&
  typeof view.search === 'string';

/** A name stands for one view: saved again it is another one. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].slice(-most);

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);

export function searchOf(query: BoardQuery): string {
  const chosen = Object.entries(writeQuery(query)).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return new URLSearchParams(chosen).toString();
}

export const queryOf = ({ search }: SavedView): BoardQuery =>
  readQuery(Object.fromEntries(new URLSearchParams(search)));
