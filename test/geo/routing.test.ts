// ETAs by road, against a server that answers in OSRM's own words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOsrm } from '../../sync-server/geo/adapters/osrm.ts';
import { readMapConfig } from '../../sync-server/geo/map-config.ts';
import { json, startFakeProvider, type FakeProvider } from './fake-provider.ts';

const [near, far, car] = [
  { lng: 120.1312, lat: 30.2795 },
  { lng: 120.2, lat: 30.3 },
  { lng: 120.185, lat: 30.3255 },
];
/** The row of the destination itself comes last. */
const table = { code: 'Ok', durations: [[310.4], [null], [0]], distances: [[4120.3], [null], [0]] };

describe('a table of OSRM', () => {
  let provider: FakeProvider;
  const ask = (patienceMs = 1000) =>
    createOsrm({ url: provider.url, key: '', patienceMs }).table([near, far], car);

  beforeAll(async () => void (provider = await startFakeProvider()));
  afterAll(() => provider.close());

  test('answers for all vehicles by one question; where no road leads there is none', async () => {
    provider.answer(json(table));
    expect(await ask()).toEqual({ ok: true, value: [{ metres: 4120.3, seconds: 310.4 }, null] });
    const asked = provider.asked.at(-1);
    expect(asked?.pathname).toBe(
      '/table/v1/driving/120.131200,30.279500;120.200000,30.300000;120.185000,30.325500',
    );
    expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual({
      destinations: '2',
      annotations: 'duration,distance',
    });
  });

  test('that is refused, broken, not one, or does not come is a failure, and never a throw', async () => {
    provider.answer(json({ code: 'NoTable', message: 'No table found' }));
    expect(await ask()).toMatchObject({ error: { kind: 'refused', why: 'NoTable' } });
    provider.answer(json({ code: 'InvalidQuery' }, 400));
    expect(await ask()).toMatchObject({ error: { kind: 'refused' } });
    for (const reply of [json({}, 500), { body: '<html>' }, 'break', 'hang'] as const) {
      provider.answer(reply);
      expect(await ask(200)).toMatchObject({ error: { kind: 'no-answer' } });
    }
  });
});

describe('the settings', () => {
  const read = (values: Record<string, string>) => readMapConfig((name) => values[name], '/data').router;

  test('name one’s own server, or none', () => {
    expect(read({})).toBeUndefined();
    expect(read({ ROUTER: 'none', ROUTER_URL: 'http://x' })).toBeUndefined();
    expect(read({ ROUTER: 'OSRM', ROUTER_URL: 'http://osrm.local:5000/' })).toEqual({
      url: 'http://osrm.local:5000',
    });
  });

  test.each([[{ ROUTER: 'other' }], [{ ROUTER: 'osrm' }], [{ ROUTER: 'osrm', ROUTER_URL: 'ftp://x' }]])(
    'that make no sense are told at start: %o',
    (values) => expect(() => read(values as Record<string, string>)).toThrow(/ROUTER/),
  );
});
