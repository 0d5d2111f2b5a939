// What the charge of an empty run rests on.
import { describe, expect, test } from 'vitest';
import { emptyRunProof } from '#schemas/finance/empty-run.ts';
import type { Order, TimelineEntry } from '#schemas/orders/order.ts';
import { told, wayTo } from '../setup/rules.ts';

const at = (minute: number) =>
  new Date(Date.parse('2026-03-01T08:00:00.000Z') + minute * 60_000).toISOString();

const entry = (id: string, entry: Partial<TimelineEntry> & { type: string }): TimelineEntry => ({
  ...{ id, at: at(0), recordedAt: at(0), by: 'staff-driver1' },
  ...entry,
});

const run = (...entries: readonly TimelineEntry[]): Pick<Order, 'status' | 'timeline'> => ({
  status: 'empty-run',
  timeline: [...entries],
});

const given = entry('1', { type: 'dispatch', status: 'dispatched', driverId: 'staff-driver1' });
const left = entry('2', {
  ...{ type: 'depart', status: 'en-route', at: at(3) },
  position: { lng: 120.13, lat: 30.27 },
});
const ended = entry('4', {
  ...{ type: 'empty-run', status: 'empty-run', at: at(41) },
  position: { lng: 120.23, lat: 30.27 },
});

describe('the proof of an empty run', () => {
  test('is how long and how far the vehicle was out, and the photos', () => {
    const photo = entry('3', { type: 'add-photo', photoId: 'photo-1', slot: 'scene' });
    const proof = emptyRunProof(run(given, left, photo, ended));
    expect(proof).toMatchObject({ departedAt: at(3), endedAt: at(41), minutes: 38, photos: 1 });
    // As the crow flies it is 9.6 km; a road is longer.
    expect(proof?.km).toBeGreaterThan(9.6);
    expect(proof?.km).toBeLessThan(20);
    const removed = entry('5', { type: 'remove-photo', photoId: 'photo-1' });
    expect(emptyRunProof(run(given, left, photo, ended, removed))?.photos).toBe(0);
  });

  test('leaves out what nobody reported, and what the driver before had done', () => {
    expect(emptyRunProof(run(given, ended))).toEqual({ endedAt: at(41), photos: 0 });
    const again = entry('3', { type: 'dispatch', status: 'dispatched', driverId: 'staff-driver2' });
    expect(emptyRunProof(run(given, left, again, ended))).toEqual({ endedAt: at(41), photos: 0 });
  });

  test('takes no kilometres from what was reported late by another driver, nor from photos on the way home', () => {
    const far = { lng: 121.5, lat: 30.27 };
    const late = entry('5', { type: 'arrive', flag: 'done-by-previous-driver', position: far });
    const photo = entry('6', { type: 'add-photo', photoId: 'photo-1', position: far });
    const again = entry('7', { type: 'empty-run', flag: 'closed-twice', position: far });
    const proof = emptyRunProof(run(given, left, late, ended, photo, again));
    expect(proof?.km).toBe(emptyRunProof(run(given, left, ended))?.km);
  });

  test('is of empty runs only', () => {
    expect(emptyRunProof(told(...wayTo.completed))).toBeUndefined();
    expect(emptyRunProof(told(...wayTo['empty-run']))).toMatchObject({ photos: 0 });
  });
});
