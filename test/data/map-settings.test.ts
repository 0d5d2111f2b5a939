// What a device knows of the operator's map, with and without a network.
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#schemas/core/result.ts';
import { plainMap, type MapSettings } from '#schemas/geo/map-settings.ts';
import { openMapSettings } from '../../client/data/map-settings.ts';
import { createPlaces } from '../../client/data/places.ts';

const configured: MapSettings = {
  basemap: { kind: 'tiles', urls: ['https://t.example.com/{z}/{x}/{y}'], maxZoom: 18, system: 'gcj02' },
  geocoder: true,
};

function storage(content?: string): Storage {
  const map = new Map(content === undefined ? [] : [['towline.map', content]]);
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  } as unknown as Storage;
}

const online = (value: unknown) => ({ getJson: () => Promise.resolve(ok(value)) });
const offline = { getJson: () => Promise.resolve(fail({ kind: 'unreachable' } as const)) };
const answered = () => new Promise((resolve) => setImmediate(resolve));

describe('the settings', () => {
  test('are an outline until the server has spoken, and what it said from then on', async () => {
    const device = storage();
    const settings = openMapSettings(online(configured), device);
    expect(settings()).toEqual(plainMap);
    await answered();
    expect(settings()).toEqual(configured);
    expect(openMapSettings(offline, device)()).toEqual(configured);
  });

  test('stay the same object while the server says the same', async () => {
    const device = storage(JSON.stringify(configured));
    const settings = openMapSettings(online(structuredClone(configured)), device);
    const before = settings();
    await answered();
    expect(settings()).toBe(before);
  });

  test.each(['{', '{"basemap":{"kind":"globe"}}', 'null'])(
    'that cannot be read (%s) count as none',
    (text) => {
      expect(openMapSettings(offline, storage(text))()).toEqual(plainMap);
    },
  );

  test('that a server of another kind sends are not taken over', async () => {
    const device = storage(JSON.stringify(configured));
    const settings = openMapSettings(online({ basemap: 'new' }), device);
    await answered();
    expect(settings()).toEqual(configured);
  });
});

describe('places', () => {
  const place = { name: '黄龙', address: '黄龙路1号', lng: 120.13, lat: 30.27 };
  const { signal } = new AbortController();

  function answering(body: unknown) {
    const asked: string[] = [];
    const open = (path: string) => {
      asked.push(decodeURIComponent(path));
      return Promise.resolve(ok(new Response(JSON.stringify(body))));
    };
    return { asked, places: createPlaces({ open }) };
  }

  test('are asked for near a point', async () => {
    const { asked, places } = answering({ places: [place] });
    expect(await places.search('黄龙', { lng: 120.1, lat: 30.2 }, signal)).toEqual([place]);
    expect(asked).toEqual(['/api/geocode?q=黄龙&lng=120.1&lat=30.2']);
  });

  test('may have no address', async () => {
    expect(await answering({}).places.addressOf(place, signal)).toBeUndefined();
    expect(await answering({ address: '文三路' }).places.addressOf(place, signal)).toBe('文三路');
  });

  test('fail aloud where the answer is no answer', async () => {
    await expect(
      answering({ places: [{ name: 'x' }] }).places.search('x', undefined, signal),
    ).rejects.toThrow();
    const nobody = createPlaces({ open: () => Promise.resolve(fail({ kind: 'unreachable' })) });
    await expect(nobody.addressOf(place, signal)).rejects.toThrow('unreachable');
  });
});
