// One contract for all geocoders, against servers that answer in each provider's own words.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromWgs84, metresBetween, toWgs84 } from '../../client/ui/map/systems.ts';
import { createGeocoder } from '../../sync-server/geo/create-geocoder.ts';
import type { Geocoder } from '../../sync-server/geo/geocoder.ts';
import { json, startFakeProvider, type FakeProvider } from './fake-provider.ts';
import { placeAddress, placeName, providers, spot } from './providers.ts';

const key = 'OB4BZ-D4W3U-B7VVO';

describe.each(providers)('$name', (facts) => {
  let provider: FakeProvider;
  let geocoder: Geocoder;
  const system = facts.shifted ? 'gcj02' : 'wgs84';
  const here = toWgs84(spot, system);

  beforeAll(async () => void (provider = await startFakeProvider()));
  afterAll(() => provider.close());
  beforeEach(() => {
    geocoder = createGeocoder({ name: facts.name, key, url: provider.url });
  });

  const lastAsked = (): URL => {
    const url = provider.asked.at(-1);
    if (!url) throw new Error('The provider was not asked');
    return url;
  };
  const parameters = (): string => decodeURIComponent(lastAsked().search.replaceAll('+', ' '));

  async function places() {
    const found = await geocoder.search('黄龙', undefined);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  }

  test('finds places in WGS-84, and leaves out what has no point', async () => {
    provider.answer(json(facts.found));
    const [first, second, ...more] = await places();
    expect(first).toMatchObject({ name: placeName, address: placeAddress });
    expect(metresBetween(first ?? spot, here)).toBeLessThan(1);
    expect(second?.name).toMatch(/^黄龙洞/);
    expect(second?.address).not.toBe('');
    expect(more).toEqual([]);
  });

  test('asks as its provider documents it', async () => {
    provider.answer(json(facts.found));
    await places();
    expect(lastAsked().pathname).toBe(facts.path.search);
    expect(parameters()).toMatch(facts.asks.search);
    if (facts.keyParameter) expect(lastAsked().searchParams.get(facts.keyParameter)).toBe(key);
    else expect(lastAsked().href).not.toContain(key);
  });

  test('prefers what is near', async () => {
    provider.answer(json(facts.found));
    await geocoder.search('黄龙', here);
    expect(parameters()).toMatch(facts.asks.near);
  });

  test('finds the address at a point', async () => {
    provider.answer(json(facts.reversed));
    expect(await geocoder.reverse(here)).toEqual({ ok: true, value: placeAddress });
    expect(lastAsked().pathname).toBe(facts.path.reverse);
    expect(parameters()).toMatch(facts.asks.reverse);
  });

  test('asks for a point in its provider’s system', async () => {
    provider.answer(json(facts.reversed));
    await geocoder.reverse(here);
    const numbers =
      parameters()
        .match(/\d+\.\d{3,}/g)
        ?.map(Number) ?? [];
    const asked = { lng: Math.max(...numbers), lat: Math.min(...numbers) };
    expect(metresBetween(asked, fromWgs84(here, system))).toBeLessThan(1);
  });

  test('finding nothing is no failure', async () => {
    provider.answer(json(facts.nothingFound), json(facts.nothingThere));
    expect(await places()).toEqual([]);
    expect(await geocoder.reverse({ lng: 130, lat: 20 })).toEqual({ ok: true, value: undefined });
  });

  test('says when its provider refuses', async () => {
    provider.answer(
      json(facts.refused.body, facts.refused.status),
      json(facts.refused.body, facts.refused.status),
    );
    expect(await geocoder.search('黄龙', undefined)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await geocoder.reverse(here)).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  test.each([
    ['fails', { status: 500, body: 'oops' }],
    ['is overloaded', { status: 429, body: '{}' }],
    ['speaks another language', { body: '<html>' }],
    ['answers something else', json({ hello: 1 })],
    ['breaks off', 'break'],
  ] as const)('gives up where its provider %s', async (_what, reply) => {
    provider.answer(reply);
    expect(await geocoder.search('黄龙', undefined)).toEqual({ ok: false, error: { kind: 'no-answer' } });
  });

  test('does not wait for ever', async () => {
    provider.answer('hang');
    const impatient = createGeocoder({ name: facts.name, key, url: provider.url }, 50);
    expect(await impatient.search('黄龙', undefined)).toEqual({ ok: false, error: { kind: 'no-answer' } });
  });
});
