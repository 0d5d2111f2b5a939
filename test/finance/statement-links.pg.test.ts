// The customer's link to a statement: what it shows and does, and what whoever attacks it gets.
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, pullPath, startServer, type TestServer } from '../setup/server.ts';
import type { MadeStatementLink, StatementLink } from '#schemas/finance/statements/link.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';

const day = 24 * 3_600_000;
const period = { from: '2026-03-01', until: '2026-03-31' };

describe.each(testDatabases)('the link of a statement on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = Date.parse('2026-03-31T08:00:00Z');
  const clock = () => new Date(now);

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function sent(statementId: string, orderIds: readonly string[], note = '多走 3 公里') {
    const say = server.say;
    for (const id of orderIds) {
      await say('dispatcher', 'create-order', id, creation({ customerOrderNumber: `CASE-${id}` }));
      await say('dispatcher', 'complete', id, {});
      const verified = { lines: [], amountFen: 30_000, method: 'settlement-monthly' };
      await say('finance', 'verify', id, verified);
      await say('finance2', 'approve-price', id, { amountFen: 30_000 });
    }
    await say('finance', 'open-statement', statementId, { customerId: 'customer-all', period });
    for (const id of orderIds) await say('finance', 'add-to-statement', id, { statementId });
    const [lineId = ''] = orderIds;
    await say('finance', 'adjust-line', statementId, { lineId, amountFen: -5_000, reason: note });
    expect(await say('finance', 'send-statement', statementId, {})).toMatchObject({ status: 'applied' });
  }
  async function linkTo(statementId: string, days = 14): Promise<MadeStatementLink & { page: string }> {
    const finance = await server.as('finance');
    const { status, body } = await finance.post<MadeStatementLink>(`/api/statements/${statementId}/links`, {
      days,
    });
    expect(status).toBe(201);
    return { ...body, page: server.url + new URL(body.url).pathname };
  }
  const statement = async (id: string): Promise<Statement> => {
    const { documents } = await pullAll(await server.as('finance'), 'statements');
    return documents.find((each) => each['id'] === id) as unknown as Statement;
  };
  const links = async (id: string) =>
    (await (await server.as('finance')).get<{ links: StatementLink[] }>(`/api/statements/${id}/links`)).body
      .links;

  async function browse(url: string, cookie = '', fields?: Record<string, string>, language = 'zh-CN') {
    const response = await fetch(url, {
      headers: { cookie, 'accept-language': language },
      redirect: 'manual',
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    const html = await response.text();
    return { status: response.status, html, headers: response.headers };
  }
  const enter = (page: string, password: string) => browse(page, '', { password });
  async function visit(page: string, password: string): Promise<string> {
    const { status, headers } = await enter(page, password);
    expect(status).toBe(303);
    return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }
  /** What the forms of a page carry. */
  const hiddenIn = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );

  it('opens by the password alone, and shows this statement and nothing else', async () => {
    await sent('s-read', ['r-1', 'r-2'], '<b>多走</b>');
    const { page, password } = await linkTo('s-read');
    const closed = await browse(page);
    expect([closed.status, closed.html.includes('CASE-r-1')]).toEqual([200, false]);
    const cookie = await visit(page, password.toUpperCase().replaceAll('-', ' '));
    const { html, headers } = await browse(page, cookie);
    for (const text of ['CASE-r-1', 'CASE-r-2', '¥550.00', '-¥50.00', company.name, '待确认'])
      expect(html).toContain(text);
    expect(html).toContain('&lt;b&gt;多走&lt;/b&gt;');
    expect(html).not.toContain('<script');
    expect(Buffer.byteLength(html)).toBeLessThan(50_000);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await browse(page, cookie, undefined, 'en')).html).toContain('To be confirmed');
    expect((await browse(`${page}?q=r-2`, cookie)).html).not.toContain('CASE-r-1');
    expect(html).not.toContain('staff-finance');
  });

  it('sets a cookie that no script reads and no other site uses', async () => {
    await sent('s-cookie', ['c-1']);
    const { page, password } = await linkTo('s-cookie');
    const set = (await enter(page, password)).headers.get('set-cookie') ?? '';
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);
    expect(set).toContain(`Path=${new URL(page).pathname}`);
  });

  it('gives the sheet that finance exports', async () => {
    await sent('s-sheet', ['x-1', 'x-2']);
    const { page, password } = await linkTo('s-sheet');
    expect((await browse(`${page}/statement.xlsx`)).html).not.toContain('PK');
    const cookie = await visit(page, password);
    const response = await fetch(`${page}/statement.xlsx`, { headers: { cookie } });
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const cells = (await readSheet(Buffer.from(await response.arrayBuffer()))).flat();
    expect(cells).toEqual(expect.arrayContaining(['CASE-x-1', 'CASE-x-2', 550]));
  });

  it('lets the customer dispute a line and confirm the whole, which finance hears of at once', async () => {
    await sent('s-said', ['d-1', 'd-2']);
    const { page, password } = await linkTo('s-said');
    const cookie = await visit(page, password);
    const finance = await server.as('finance');
    const before = (await pullAll(finance, 'statements')).checkpoint;
    const form = hiddenIn((await browse(`${page}/lines/d-2`, cookie)).html);
    const wordless = await browse(`${page}/lines/d-2`, cookie, { ...form, reason: ' ', claimed: '280' });
    expect([wordless.status, wordless.html.includes('请写明原因')]).toEqual([422, true]);
    const fields = { ...form, reason: '没有用吊车', claimed: '280' };
    expect((await browse(`${page}/lines/d-2`, cookie, fields)).status).toBe(303);
    // The same form again, as a phone does that lost the answer.
    expect((await browse(`${page}/lines/d-2`, cookie, fields)).status).toBe(303);
    const changed = await finance.get<{ documents: Statement[] }>(pullPath('statements', before));
    expect(changed.body.documents.map(({ id, state }) => [id, state])).toEqual([['s-said', 'disputed']]);
    const [dispute, ...others] = (await statement('s-said')).lines[1]?.disputes ?? [];
    expect(others).toEqual([]);
    expect(dispute).toMatchObject({
      ...{ reason: '没有用吊车', claimedFen: 28_000, by: 'statement-customer' },
      at: clock().toISOString(),
    });
    await server.say('finance', 'settle-dispute', 's-said', { lineId: 'd-2', resolution: '已核实' });
    const confirming = hiddenIn((await browse(page, cookie)).html);
    expect((await browse(`${page}/confirm`, cookie, { ...confirming, note: '李会计' })).status).toBe(303);
    expect(await statement('s-said')).toMatchObject({
      state: 'confirmed',
      confirmed: { by: 'statement-customer', note: '李会计' },
    });
    const rows = await opened.database.query<{ type: string }>(
      `select type from order_events where order_id = 's-said' and actor_id = 'statement-customer' order by seq`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['dispute-line', 'confirm-statement']);
  });

  it('does nothing when the statement has changed since the page was made, and says so', async () => {
    await sent('s-version', ['v-1', 'v-2']);
    const { page, password } = await linkTo('s-version');
    const cookie = await visit(page, password);
    const form = hiddenIn((await browse(page, cookie)).html);
    await server.say('finance', 'reopen-statement', 's-version', { reason: '改价' });
    const adjustment = { lineId: 'v-2', amountFen: 4_000, reason: '漏计过路费' };
    await server.say('finance', 'adjust-line', 's-version', adjustment);
    const revised = await browse(page, cookie);
    expect([revised.html.includes('正在修改'), revised.html.includes('CASE-v-1')]).toEqual([true, false]);
    await server.say('finance', 'send-statement', 's-version', {});
    const late = await browse(`${page}/confirm`, cookie, form);
    expect([late.status, late.html.includes('刚刚有变动')]).toEqual([409, true]);
    expect((await statement('s-version')).state).toBe('sent');
    expect(hiddenIn(late.html)['seen']).not.toBe(form['seen']);
    expect((await browse(`${page}/confirm`, cookie, hiddenIn(late.html))).status).toBe(303);
  });

  it('takes nothing that this session’s own page did not make', async () => {
    await sent('s-forged', ['f-1']);
    await sent('s-other', ['f-2']);
    const mine = await linkTo('s-forged');
    const other = await linkTo('s-other');
    const cookie = await visit(mine.page, mine.password);
    const foreign = await visit(other.page, other.password);
    const form = hiddenIn((await browse(mine.page, cookie)).html);
    const foreignForm = hiddenIn((await browse(other.page, foreign)).html);
    const statuses = [
      // No guard, another session's guard, no session, another link's session, another statement's line.
      await browse(`${mine.page}/confirm`, cookie, { ...form, guard: '' }),
      await browse(`${mine.page}/confirm`, cookie, { ...form, guard: foreignForm['guard'] ?? '' }),
      await browse(`${mine.page}/confirm`, '', form),
      await browse(`${mine.page}/confirm`, foreign, foreignForm),
      await browse(`${mine.page}/lines/f-2`, cookie, { ...form, reason: 'x' }),
      await browse(`${mine.page}/lines/f-2`, cookie),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 401, 401, 409, 409]);
    expect((await browse(mine.page, foreign)).html).not.toContain('CASE-f-1');
    for (const id of ['s-forged', 's-other']) expect((await statement(id)).state).toBe('sent');
  });

  it('slows down whoever guesses the password', async () => {
    await sent('s-guessed', ['g-1']);
    const { page, password } = await linkTo('s-guessed');
    for (let attempt = 0; attempt < 8; attempt++)
      expect((await enter(page, `guess-${attempt}`)).status).toBe(401);
    const blocked = await enter(page, password);
    expect([blocked.status, Number(blocked.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  it('ends everywhere at once when it is revoked, and by itself after its days', async () => {
    await sent('s-ended', ['e-1']);
    const revoked = await linkTo('s-ended');
    now += 1000;
    const old = await linkTo('s-ended', 7);
    const cookie = await visit(revoked.page, revoked.password);
    const stale = hiddenIn((await browse(revoked.page, cookie)).html);
    const finance = await server.as('finance2');
    expect(await finance.delete(`/api/statements/s-ended/links/${revoked.link.id}`)).toBe(204);
    const unknown = await browse(`${server.url}/s/${company.id}.${'x'.repeat(22)}`);
    for (const answer of [
      await browse(revoked.page, cookie),
      await browse(`${revoked.page}/confirm`, cookie, stale),
      await browse(`${revoked.page}/statement.xlsx`, cookie),
      await enter(revoked.page, revoked.password),
    ])
      expect([answer.status, answer.html]).toEqual([404, unknown.html]);
    expect(await links('s-ended')).toMatchObject([
      { id: old.link.id },
      { id: revoked.link.id, revokedBy: 'staff-finance2', openedAt: clock().toISOString() },
    ]);
    now += 8 * day;
    expect((await enter(old.page, old.password)).status).toBe(404);
    now -= 8 * day;
  });

  it('is made by finance alone, of what was sent, and is readable nowhere', async () => {
    const finance = await server.as('finance');
    await server.say('finance', 'open-statement', 's-draft', { customerId: 'customer-all', period });
    const draft = await finance.post<{ code: string }>('/api/statements/s-draft/links', { days: 7 });
    expect([draft.status, draft.body.code]).toEqual([409, 'statement-not-sent']);
    expect((await finance.post('/api/statements/s-read/links', { days: 3_000 })).status).toBe(400);
    expect(await finance.delete('/api/statements/s-read/links/none')).toBe(404);
    const clerk = await server.as('clerk');
    expect((await clerk.post('/api/statements/s-read/links', { days: 7 })).status).toBe(403);
    const { url, password } = await linkTo('s-read');
    const [stored] = await opened.database.query<{ all: string }>(
      `select string_agg(l::text, '|') as all from statement_links l`,
    );
    expect(stored?.all).not.toContain(url.split('/s/')[1]);
    expect(stored?.all).not.toContain(password);
  });
});
