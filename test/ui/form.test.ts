// The pure parts of forms: from what was entered to a document, what is wrong with it, and what others changed.
import { describe, expect, test } from 'vitest';
import Type, { type TSchema } from 'typebox';
import { Customer } from '#schemas/customers/customer.ts';
import { cleaned, fitting } from '../../client/ui/form/cleaned.ts';
import { parseDraft } from '../../client/ui/form/draft.ts';
import { messageOf } from '../../client/ui/form/messages.ts';
import { pathAfterMove, read, write } from '../../client/ui/form/paths.ts';
import { isRequired, problemsOf } from '../../client/ui/form/problems.ts';
import { rebase } from '../../client/ui/form/rebase.ts';
import english from '../../client/ui/form/strings.en.ts';

const customer: Customer = {
  id: 'customer-1',
  name: '平安保险',
  disabled: false,
  typeId: 'insurer',
  contact: { name: '王先生', phone: '13900000001' },
  outletIds: ['outlet-1'],
  settlement: { cycle: 'monthly', day: 5 },
  needsConfirmation: true,
};

describe('what was entered', () => {
  test('loses the spaces around texts, and optional fields that are empty', () => {
    const entered = { ...customer, name: ' 平安 ', address: ' ', contact: { name: '王', phone: '' } };
    expect(cleaned(Customer, entered)).toEqual({ ...customer, name: '平安', contact: { name: '王' } });
  });

  test('keeps required texts that are empty, so that they are told to be missing', () => {
    expect(cleaned(Customer, { ...customer, name: '' })).toMatchObject({ name: '' });
  });

  test('fills required fields that nobody touched with nothing, so that a blank document may be short', () => {
    expect(cleaned(Customer, { id: 'customer-2' })).toEqual({
      id: 'customer-2',
      name: '',
      disabled: false,
      typeId: '',
      contact: { name: '' },
      outletIds: [],
      settlement: {},
      needsConfirmation: false,
    });
  });

  test('leaves an optional object alone that says no', () => {
    const schema = Type.Object({ alarm: Type.Optional(Type.Object({ on: Type.Boolean() })) });
    expect(cleaned(schema, { alarm: { on: false } })).toEqual({ alarm: { on: false } });
  });

  test('loses an optional list without a row left, so that adding a row and removing it changes nothing', () => {
    expect(cleaned(Customer, { ...customer, contacts: [] })).toEqual(customer);
  });

  test('keeps fields that only a newer version knows', () => {
    expect(cleaned(Customer, { ...customer, grade: { points: 7 } })).toMatchObject({ grade: { points: 7 } });
  });

  test('loses an optional object of which nothing was filled, even where it must have a name', () => {
    const schema = Type.Object({ contact: Type.Optional(Type.Object({ name: Type.String() })) });
    expect(cleaned(schema, { contact: { name: ' ' } })).toEqual({});
    expect(cleaned(schema, { contact: { name: 'a' } })).toEqual({ contact: { name: 'a' } });
  });

  test('keeps the spaces of a password', () => {
    const schema = Type.Object({ password: Type.String(), name: Type.String() });
    expect(cleaned(schema, { password: ' a ', name: ' a ' }, ['password'])).toEqual({
      password: ' a ',
      name: 'a',
    });
  });
});

describe('what is wrong', () => {
  const codes = (schema: TSchema, document: unknown) =>
    Object.fromEntries([...problemsOf(schema, document)].map(([path, { code }]) => [path, code]));

  test('is nothing with a document that fits', () => {
    expect(problemsOf(Customer, customer).size).toBe(0);
  });

  test('is told where it is, once for each field', () => {
    const wrong = {
      ...customer,
      name: '',
      typeId: '',
      contact: { name: '王', phone: 'abc' },
      settlement: { cycle: 'weekly', day: 40 },
    };
    expect(codes(Customer, wrong)).toEqual({
      name: 'missing',
      typeId: 'choose',
      'contact.phone': 'pattern',
      'settlement.cycle': 'not-listed',
      'settlement.day': 'at-most',
    });
  });

  test('is told of an absent object at its own fields', () => {
    const { settlement: _, ...rest } = customer;
    expect(codes(Customer, cleaned(Customer, rest))).toEqual({ 'settlement.cycle': 'choose' });
  });

  test('is told of a row by its index', () => {
    const schema = Type.Object({ rates: Type.Array(Type.Object({ fen: Type.Integer() })) });
    expect([...problemsOf(schema, { rates: [{ fen: 1 }, {}] }).keys()]).toEqual(['rates.1.fen']);
  });

  test('says what to do', () => {
    const says = (path: string, document: object) => {
      const problem = problemsOf(Customer, { ...customer, ...document }).get(path);
      return problem && messageOf(problem, english);
    };
    expect(says('name', { name: '' })).toBe('Fill this in');
    expect(says('typeId', { typeId: '' })).toBe('Choose one');
    expect(says('name', { name: 'x'.repeat(121) })).toBe('Use at most 120 characters');
    expect(says('contact.phone', { contact: { name: '王', phone: 'abc' } })).toContain('digits');
    expect(says('settlement.day', { settlement: { cycle: 'monthly', day: 0 } })).toBe('Must be at least 1');
    expect(says('settlement.day', { settlement: { cycle: 'monthly', day: 1.5 } })).toBe(
      'Enter a whole number',
    );
  });

  test('says what a page knows about a pattern of its own', () => {
    expect(messageOf({ code: 'pattern', pattern: '^x' }, english, 'Begin with x')).toBe('Begin with x');
  });

  test('marks what must be filled', () => {
    const required = (path: string, document: unknown = customer) => isRequired(Customer, path, document);
    expect(['name', 'typeId', 'settlement.cycle'].map((path) => required(path))).not.toContain(false);
    expect(
      ['address', 'contact.name', 'settlement.day', 'needsConfirmation', 'outletIds'].map((path) =>
        required(path),
      ),
    ).not.toContain(true);
  });

  test('marks the fields of an optional object as soon as one of them is filled', () => {
    const schema = Type.Object({
      account: Type.Optional(Type.Object({ bank: Type.String({ minLength: 1 }), number: Type.String() })),
    });
    expect(isRequired(schema, 'account.bank', {})).toBe(false);
    expect(isRequired(schema, 'account.bank', { account: { number: '1' } })).toBe(true);
  });
});

describe('a document that changes underneath', () => {
  test('is followed where nothing was touched', () => {
    const next = { ...customer, name: '人保', contact: { name: '李', phone: '139' } };
    const { follow, theirs } = rebase(customer, next, customer);
    expect(Object.fromEntries(follow)).toEqual({ name: '人保', contact: next.contact });
    expect(theirs.size).toBe(0);
  });

  test('leaves what was touched alone, field by field within objects', () => {
    const mine = { ...customer, contact: { ...customer.contact, name: '赵' } };
    const next = { ...customer, contact: { ...customer.contact, phone: '13800000000' } };
    const { follow, theirs } = rebase(customer, next, mine);
    expect(Object.fromEntries(follow)).toEqual({ 'contact.phone': '13800000000' });
    expect(theirs.size).toBe(0);
  });

  test('shows the other value where both changed the same', () => {
    const mine = { ...customer, name: '甲' };
    const { follow, theirs } = rebase(customer, { ...customer, name: '乙' }, mine);
    expect(follow.size).toBe(0);
    expect(Object.fromEntries(theirs)).toEqual({ name: '乙' });
  });

  test('asks nothing where both made it the same', () => {
    const same = { ...customer, name: '甲' };
    const { follow, theirs } = rebase(customer, same, same);
    expect(follow.size + theirs.size).toBe(0);
  });

  test('takes away what was taken away', () => {
    const { settlement, ...rest } = customer;
    const next = { ...rest, settlement: { cycle: settlement.cycle } };
    expect([...rebase(customer, next, customer).follow]).toEqual([['settlement', { cycle: 'monthly' }]]);
  });

  test('treats a list as one value', () => {
    const mine = { ...customer, outletIds: ['outlet-1', 'outlet-2'] };
    const next = { ...customer, outletIds: [] };
    expect(Object.fromEntries(rebase(customer, next, mine).theirs)).toEqual({ outletIds: [] });
  });
});

describe('a draft', () => {
  const at = '2026-03-05T06:07:00.000Z';
  const stored = { at, base: customer, values: { ...customer, name: '甲' } };

  test('is taken up as it was left', () => {
    expect(parseDraft(stored, Customer, '2026-03-05T07:00:00.000Z')).toEqual(stored);
  });

  test('loses what no longer has its form', () => {
    expect(fitting(Customer, { ...customer, name: 7, outletIds: ['a', 1], gone: 1 })).toEqual({
      ...Object.fromEntries(Object.entries(customer).filter(([field]) => field !== 'name')),
      outletIds: ['a'],
    });
  });

  test('is forgotten after a month, and when it is none', () => {
    expect(parseDraft(stored, Customer, '2026-04-06T00:00:00.000Z')).toBeUndefined();
    expect(parseDraft({ at, values: 1 }, Customer, at)).toBeUndefined();
    expect(parseDraft('x', Customer, at)).toBeUndefined();
  });
});

describe('a path', () => {
  test('reads and writes where it leads, making what is missing on the way', () => {
    const tree = {};
    write(tree, 'contact.name', '王');
    expect(read(tree, 'contact.name')).toBe('王');
    expect(read(tree, 'contact.phone.area')).toBeUndefined();
    write(tree, 'contact.name', undefined);
    expect(tree).toEqual({ contact: {} });
  });

  test('follows its row when rows change places', () => {
    const withoutFirst = (index: number) => (index === 0 ? undefined : index - 1);
    expect(pathAfterMove('rates.0.fen', 'rates', withoutFirst)).toBeUndefined();
    expect(pathAfterMove('rates.12.fen', 'rates', withoutFirst)).toBe('rates.11.fen');
    expect(pathAfterMove('ratesOld.0.fen', 'rates', withoutFirst)).toBe('ratesOld.0.fen');
  });
});
