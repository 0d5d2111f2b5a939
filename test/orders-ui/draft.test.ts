import { describe, expect, test } from 'vitest';
import { commandPayloads } from '#schemas/orders/commands.ts';
import { parse } from '#schemas/core/validate.ts';
import {
  copyOf,
  detailsOf,
  draftOf,
  draftPart,
  editableFields,
  editOf,
  emptyDraft,
  plateOf,
  type Draft,
} from '../../client/orders/draft.ts';
import { isCorrected } from '../../client/orders/coordinates.ts';
import { problemsOf } from '../../client/orders/draft-problems.ts';
import { parseDraft } from '../../client/orders/draft-store.ts';
import { noon, orderWith } from './fixtures.ts';

const full: Draft = draftOf(
  orderWith({
    destination: { address: '石祥路汽车城', lng: 120.15, lat: 30.33 },
    requester: { name: '陈经理', phone: '0571-88880000' },
    roadConditionId: 'road-condition-basement',
    note: '车主在场',
  }),
);
const asked = { now: noon, needsDestination: true, isNew: true };

describe('a draft', () => {
  test('that is complete makes a payload that the schema takes', () => {
    expect(problemsOf(full, asked)).toEqual({});
    expect(parse(commandPayloads['create-order'], detailsOf(full)).ok).toBe(true);
  });

  test('survives being stored and read again', () => {
    expect(parseDraft(JSON.parse(JSON.stringify(full)))).toEqual(full);
    expect(parseDraft({ plate: 7, pickup: null, kind: 'odd' })).toEqual(emptyDraft);
    expect(parseDraft('rubbish')).toBeUndefined();
  });

  test('marks a place whose coordinates are approximate, and knows it again', () => {
    const pickup = { ...full.pickup, approximate: true };
    const place = detailsOf({ ...full, pickup }).pickup;
    expect(place?.address).toBe('≈ 杭州市拱墅区上塘路158号');
    expect(draftOf(orderWith(place ? { pickup: place } : {})).pickup).toEqual(pickup);
  });

  test('takes numbers of the map they were copied from, and stores WGS-84, also after a reload', () => {
    const copied = { ...full.pickup, coordinates: '120.1551, 30.2741', system: 'gcj02' as const };
    const draft = parseDraft(JSON.parse(JSON.stringify({ ...full, pickup: copied }))) ?? emptyDraft;
    const { lng, lat } = detailsOf(draft).pickup ?? { lng: NaN, lat: NaN };
    expect([lng, lat]).not.toEqual([120.1551, 30.2741]);
    expect(lng).toBeCloseTo(120.1504, 3);
    expect(lat).toBeCloseTo(30.2765, 3);
    expect(
      detailsOf({ ...draft, pickup: { ...copied, coordinates: 'GPS 120.1551, 30.2741' } }).pickup,
    ).toEqual({ address: copied.address, lng: 120.1551, lat: 30.2741 });
  });

  test('keeps the system of numbers that are put right, and not of others in their place', () => {
    const written = '120.155100, 30.274100';
    for (const typed of ['120.155100, 30.274109', '120.15510, 30.274100', `${written} `])
      expect(isCorrected(written, typed), typed).toBe(true);
    for (const typed of [
      '',
      '120.163412, 30.271234',
      'https://uri.amap.com/marker?position=120.1551,30.2741',
    ])
      expect(isCorrected(written, typed), typed).toBe(false);
    expect(isCorrected('', '1')).toBe(false);
    expect(isCorrected('1', '12')).toBe(true);
  });

  test('takes plates as they are typed', () => {
    expect(plateOf('浙a·d1234 5')).toBe('浙AD12345');
  });

  test('of a copy has no time and no customer number', () => {
    const order = orderWith({ kind: 'reservation', scheduledAt: noon, customerOrderNumber: 'C-1' });
    expect(copyOf(order)).toMatchObject({ kind: 'normal', scheduledAt: null, customerOrderNumber: '' });
  });
});

describe('problems', () => {
  test('of an empty draft name every required field', () => {
    const fields = Object.keys(problemsOf(emptyDraft, { ...asked, needsDestination: false })).sort();
    expect(fields).toEqual(
      [
        'contactName',
        'contactPhone',
        'customerId',
        'outletId',
        'pickup.address',
        'plate',
        'serviceId',
      ].sort(),
    );
  });

  test('tell a wrong phone from a missing one', () => {
    expect(problemsOf({ ...full, contactPhone: 'abc' }, asked).contactPhone).toEqual({ code: 'not-a-phone' });
    expect(problemsOf({ ...full, contactPhone: '' }, asked).contactPhone).toEqual({ code: 'missing' });
    expect(problemsOf({ ...full, requesterPhone: '12' }, asked).requesterPhone).toEqual({
      code: 'not-a-phone',
    });
  });

  test('tell how long a text may be', () => {
    expect(problemsOf({ ...full, fault: '坏'.repeat(501) }, asked).fault).toEqual({
      code: 'too-long',
      limit: 500,
    });
  });

  test('tell an address without coordinates from unreadable ones', () => {
    const place = (coordinates: string) => ({ ...full, pickup: { ...full.pickup, coordinates } });
    expect(problemsOf(place(''), asked)).toEqual({ 'pickup.coordinates': { code: 'missing' } });
    expect(problemsOf(place('here'), asked)).toEqual({ 'pickup.coordinates': { code: 'unreadable' } });
    expect(problemsOf(place('https://surl.amap.com/1a2b3c'), asked)).toEqual({
      'pickup.coordinates': { code: 'short-link' },
    });
    expect(problemsOf(place('220.1, 95'), asked)).toEqual({ 'pickup.coordinates': { code: 'out-of-range' } });
  });

  test('ask for a destination only when the service does', () => {
    const draft = { ...full, destination: emptyDraft.destination };
    expect(problemsOf(draft, asked)).toEqual({ 'destination.address': { code: 'missing' } });
    expect(problemsOf(draft, { ...asked, needsDestination: false })).toEqual({});
  });

  test('ask a reservation for a time to come', () => {
    const reservation = { ...full, kind: 'reservation' as const };
    expect(problemsOf(reservation, asked)).toEqual({ scheduledAt: { code: 'missing' } });
    const past = { ...reservation, scheduledAt: '2026-11-23T03:00:00.000Z' };
    expect(problemsOf(past, asked)).toEqual({ scheduledAt: { code: 'in-the-past' } });
    expect(problemsOf(past, { ...asked, isNew: false })).toEqual({});
  });
});

describe('an edit', () => {
  const seen = orderWith({ note: '车主在场' });

  test('of nothing is none', () => {
    expect(editOf(draftOf(seen), seen)).toBeUndefined();
  });

  test('sends what changed and what was seen, null for what is not there', () => {
    const draft = { ...draftOf(seen), note: '', fault: '爆胎', plate: '浙b99999' };
    expect(editOf(draft, seen)).toEqual({
      patch: { car: { plate: '浙B99999' }, fault: '爆胎', note: null },
      base: { car: { plate: '浙A12345' }, fault: null, note: '车主在场' },
    });
  });

  test('leaves alone what the form would only write differently', () => {
    const odd = orderWith({ car: { plate: '浙a 12345' }, note: ' 空格 ' });
    expect(editOf(draftOf(odd), odd)).toBeUndefined();
  });
});

test('taking over every field of an order makes its draft', () => {
  const order = orderWith({ fault: '爆胎', destination: { address: '石祥路', lng: 120, lat: 30 } });
  const parts = editableFields.map((field) => draftPart(field, order));
  expect(Object.assign({ kind: order.kind }, ...parts)).toEqual(draftOf(order));
});
