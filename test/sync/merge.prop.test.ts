// Merging any three states of a document loses nothing, and merging again changes nothing.
import { describe, expect, test } from 'vitest';
import { fc } from '../setup/rules.ts';
import type { Conflict } from '#schemas/core/reference.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { mergeDocuments } from '#schemas/sync/merge.ts';

interface Doc {
  readonly id: string;
  readonly name?: unknown;
  readonly tags?: unknown;
  readonly place?: unknown;
  readonly conflicts?: Conflict[];
}

const fields = ['name', 'tags', 'place'] as const;
type Field = (typeof fields)[number];
const value = fc.constantFrom('a', 'b', 'c', ['x'], ['x', 'y'], { lng: 1 }, { lng: 1, lat: 2 });
const content = fc.record({ name: value, tags: value, place: value }, { requiredKeys: [] });
const author = { by: 'staff-me', at: '2026-03-01T08:00:00Z' };

/** A device has seen some of the stored notes, and took some of those away. */
const situation = fc
  .record({
    assumed: content,
    mine: content,
    stored: content,
    isNew: fc.boolean(),
    notes: fc.array(
      fc.record({
        field: fc.constantFrom(...fields),
        other: value,
        isSeen: fc.boolean(),
        isTaken: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ assumed, mine, stored, isNew, notes }) => {
    const noted = notes
      .map(({ field, other, ...rest }, index) => ({ ...rest, note: noteOf(stored, field, other, index) }))
      .filter(({ note }) => !equalJson(note.kept, note.other));
    const seen = noted.filter(({ isSeen }) => isSeen && !isNew);
    return {
      assumed: isNew
        ? undefined
        : doc(
            assumed,
            seen.map(({ note }) => note),
          ),
      mine: doc(
        mine,
        seen.filter(({ isTaken }) => !isTaken).map(({ note }) => note),
      ),
      stored: doc(
        stored,
        noted.map(({ note }) => note),
      ),
    };
  });

function noteOf(
  stored: Partial<Record<Field, unknown>>,
  field: Field,
  other: unknown,
  index: number,
): Conflict {
  const at = `2026-02-0${index + 1}T08:00:00Z`;
  return { field, kept: stored[field] ?? null, other, by: 'staff-other', at };
}

const doc = (chosen: Partial<Record<Field, unknown>>, conflicts: Conflict[]): Doc => ({
  id: 'doc-1',
  ...chosen,
  ...(conflicts.length > 0 && { conflicts }),
});

function always(
  holds: (merged: Doc, given: { assumed: Doc | undefined; mine: Doc; stored: Doc }) => void,
): void {
  const property = fc.property(situation, (given) => {
    holds(mergeDocuments(given.assumed, given.mine, given.stored, author), given);
  });
  fc.assert(property, { numRuns: 2000 });
}

const noteFor = (merged: Doc, field: string, other: unknown) =>
  merged.conflicts?.find((note) => note.field === field && equalJson(note.other, other ?? null));
const holds = (document: Doc | undefined, note: Conflict) =>
  document?.conflicts?.some((other) => equalJson(other, note)) ?? false;

describe('a merge', () => {
  test('has my value of every field that I changed, or a note of it', () => {
    always((merged, { assumed, mine }) => {
      for (const field of fields.filter((name) => !equalJson(mine[name], assumed?.[name]))) {
        const isThere = equalJson(merged[field], mine[field]) || noteFor(merged, field, mine[field]);
        expect(isThere).toBeTruthy();
      }
    });
  });

  test('keeps what others changed', () => {
    always((merged, { assumed, stored }) => {
      for (const field of fields.filter((name) => !equalJson(stored[name], assumed?.[name])))
        expect(equalJson(merged[field], stored[field])).toBe(true);
    });
  });

  test('forgets a note only for somebody who saw it and settled it, or when its value is chosen', () => {
    always((merged, { assumed, mine, stored }) => {
      for (const note of stored.conflicts ?? []) {
        const { field, other } = note;
        const name = fields.find((one) => one === field) ?? 'name';
        const isSettled = !holds(mine, note) || !equalJson(merged[name], stored[name]);
        const mayGo = (holds(assumed, note) && isSettled) || equalJson(merged[name], other);
        if (!mayGo) expect(noteFor(merged, field, other)).toBeDefined();
      }
    });
  });

  test('once more changes nothing', () => {
    always((merged, { assumed, mine }) => {
      const later = { by: 'staff-me', at: '2026-03-01T09:00:00Z' };
      expect(mergeDocuments(assumed, mine, merged, later)).toEqual(merged);
    });
  });

  test('has notes that tell what stands and what else was entered', () => {
    always((merged) => {
      for (const { field, kept, other } of merged.conflicts ?? []) {
        const name = fields.find((one) => one === field) ?? 'name';
        expect(kept).toEqual(merged[name] ?? null);
        expect(equalJson(kept, other)).toBe(false);
      }
    });
  });

  test('with nothing changed meanwhile is my document, with nothing changed by me the stored one', () => {
    const property = fc.property(situation, ({ mine, stored }) => {
      const { conflicts: _mine, ...content } = mine;
      const { conflicts: _merged, ...merged } = mergeDocuments(stored, mine, stored, author);
      expect(merged).toEqual(content);
      expect(mergeDocuments(stored, stored, stored, author)).toEqual(stored);
    });
    fc.assert(property);
  });
});
