// Addresses through the server: answers are remembered per company, and providers are spared.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '#schemas/core/result.ts';
import { rememberAnswers } from '../../sync-server/geo/geocode-cache.ts';
import { createQuota, geocodeRoutes } from '../../sync-server/geo/geocode-routes.ts';
import type { Geocoder, Point } from '../../sync-server/geo/geocoder.ts';
import { signInRequired } from '../../sync-server/http/authenticate.ts';
import { appWith, goodToken, logInMemory, oneSession, serve, type Served } from '../http/serve.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';

const place = { name: '黄龙体育中心', address: '黄龙路1号', lng: 120.13, lat: 30.27 };
const here = { lng: 120.1551, lat: 30.2741 };
const dayMs = 24 * 60 * 60 * 1000;

/** Answers what it is told to, and counts. */
function byHand() {
  const asked: string[] = [];
  let failing: 'no-answer' | undefined;
  const answer = <T>(question: string, value: T) => {
    asked.push(question);
    return Promise.resolve(failing ? fail({ kind: failing }) : ok(value));
  };
  const geocoder: Geocoder = {
    search: (text: string, near?: Point) => answer(`${text} ${near ? near.lng : '-'}`, [place]),
    reverse: ({ lng }) => answer(`at ${lng}`, lng > 125 ? undefined : place.address),
  };
  return { asked, geocoder, fail: (kind?: 'no-answer') => void (failing = kind) };
}

describe.each(testDatabases)('geocoding on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let hand: ReturnType<typeof byHand>;
  let now = Date.parse('2026-03-01T08:00:00Z');

  beforeAll(async () => void (opened = await openMigrated()));
  afterAll(() => opened.drop());
  beforeEach(async () => {
    hand = byHand();
    await opened.database.query('delete from geocode_answers');
  });

  function remembering(provider = 'amap', perMinute = 100) {
    const { geocoder } = hand;
    const clock = () => new Date(now);
    const beforeAsking = createQuota(perMinute);
    return rememberAnswers({ database: opened.database, geocoder, provider, clock, beforeAsking });
  }

  it('asks once for the same text near the same place', async () => {
    const geocoder = remembering();
    expect(await geocoder.search('acme', '黄龙', here)).toEqual(ok([place]));
    expect(await geocoder.search('acme', ' 黄龙 ', { ...here, lng: here.lng + 0.01 })).toEqual(ok([place]));
    expect(hand.asked).toHaveLength(1);
    await geocoder.search('acme', '黄龙', { lng: 114.1, lat: 30.6 });
    await geocoder.search('acme', '黄龙', undefined);
    expect(hand.asked).toHaveLength(3);
  });

  it('remembers that there is no address, too', async () => {
    const geocoder = remembering();
    const sea = { lng: 126, lat: 25 };
    expect(await geocoder.reverse('acme', sea)).toEqual(ok(undefined));
    expect(await geocoder.reverse('acme', sea)).toEqual(ok(undefined));
    expect(await geocoder.reverse('acme', here)).toEqual(ok(place.address));
    expect(hand.asked).toHaveLength(2);
  });

  it('keeps the answers of companies and of providers apart', async () => {
    await remembering().search('acme', '黄龙', here);
    await remembering().search('other', '黄龙', here);
    await remembering('tencent').search('acme', '黄龙', here);
    expect(hand.asked).toHaveLength(3);
  });

  it('asks anew after a month, and lets what has grown old go', async () => {
    const geocoder = remembering();
    await geocoder.search('acme', '黄龙', here);
    await geocoder.search('acme', '文三路', here);
    now += 31 * dayMs;
    expect(await geocoder.search('acme', '黄龙', here)).toEqual(ok([place]));
    expect(hand.asked).toHaveLength(3);
    const kept = await opened.database.query<{ question: string }>('select question from geocode_answers');
    expect(kept.map(({ question }) => question)).toEqual([expect.stringContaining('黄龙')]);
  });

  it('does not remember a failure', async () => {
    const geocoder = remembering();
    hand.fail('no-answer');
    expect(await geocoder.search('acme', '黄龙', here)).toEqual(fail({ kind: 'no-answer' }));
    hand.fail();
    expect(await geocoder.search('acme', '黄龙', here)).toEqual(ok([place]));
  });

  describe('over HTTP', () => {
    let served: Served;
    const { log } = logInMemory();

    async function get(path: string, perMinute = 100, isConfigured = true) {
      const geocoder = isConfigured ? remembering('amap', perMinute) : undefined;
      const routes = geocodeRoutes({ geocoder, log, signedIn: signInRequired(oneSession) });
      served = await serve(appWith({ mount: (app) => void app.use('/api', routes) }));
      const ask = async (way: string, token = goodToken) => {
        const response = await fetch(served.url + way, { headers: { authorization: `Bearer ${token}` } });
        return {
          status: response.status,
          body: (await response.json()) as object,
          headers: response.headers,
        };
      };
      const first = await ask(path);
      const close = () => served.close();
      return { first, ask, close };
    }

    it('finds places and addresses', async () => {
      const { first, ask, close } = await get(
        `/api/geocode?q=${encodeURIComponent('黄龙')}&lng=120.1&lat=30.2`,
      );
      expect(first).toMatchObject({ status: 200, body: { places: [place] } });
      expect(await ask('/api/reverse-geocode?lng=120.1&lat=30.2')).toMatchObject({
        status: 200,
        body: { address: place.address },
      });
      expect((await ask('/api/reverse-geocode?lng=126&lat=25')).body).toEqual({});
      await close();
    });

    it('wants a text and a point', async () => {
      const { first, ask, close } = await get('/api/geocode');
      expect(first).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      for (const way of [
        'geocode?q=%00',
        'geocode?q=a&lng=x&lat=1',
        'reverse-geocode?lng=&lat=',
        'reverse-geocode',
      ])
        expect((await ask(`/api/${way}`)).status, way).toBe(400);
      expect((await ask(`/api/geocode?q=${'a'.repeat(101)}`)).status).toBe(400);
      expect(hand.asked).toEqual([]);
      await close();
    });

    it('is for people who are signed in, where a geocoder is configured', async () => {
      const { first, ask, close } = await get('/api/geocode?q=a', 100, false);
      expect(first).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await ask('/api/geocode?q=a', 'nobody')).status).toBe(401);
      await close();
    });

    it('says when the provider does not answer', async () => {
      hand.fail('no-answer');
      const { first, close } = await get('/api/geocode?q=a');
      expect(first).toMatchObject({ status: 502, body: { code: 'geocoder-unavailable' } });
      await close();
    });

    it('spares the provider, but not what is remembered', async () => {
      const { ask, close } = await get('/api/geocode?q=a', 2);
      await ask('/api/geocode?q=b');
      const third = await ask('/api/geocode?q=c');
      expect(third).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
      expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask('/api/geocode?q=a')).status).toBe(200);
      await close();
    });
  });
});
