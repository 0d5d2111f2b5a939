// /s/{token}: what a customer sees behind the link of a statement once the password was entered, and what he says to
// it. A browser sends the cookie of the session with nothing that another site makes it send, and every form carries a
// word that only this session knows.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { urlencoded, Router, type Request, type Response } from 'express';
import writeXlsxFile from 'write-excel-file/node';
import type { Database } from '../../database/database.ts';
import type { CommandExecutor } from '../../orders/executor.ts';
import { languages } from '../../public/texts.ts';
import { hashOfToken } from '../../public/tokens.ts';
import { verifyPassword } from '../../staff/passwords.ts';
import { createThrottle } from '../../staff/throttle.ts';
import { dayIn, timeIn } from '#schemas/core/days.ts';
import { ulid } from '#schemas/core/ids.ts';
import { xlsxSheets } from '#schemas/core/xlsx.ts';
import { parseFen } from '#schemas/core/yuan.ts';
import { paperWords } from '#schemas/finance/statements/paper-words.ts';
import { sheetOfStatement } from '#schemas/finance/statements/sheet.ts';
import { isForCustomer, type Statement } from '#schemas/finance/statements/statement.ts';
import type { Verdict } from '#schemas/orders/commands.ts';
import { statementCustomer } from '#schemas/staff/outsiders.ts';
import { asMade } from './password.ts';
import {
  disputePage,
  gonePage,
  mayDispute,
  passwordPage,
  statementHeaders,
  statementPage,
  type DisputeDraft,
  type StatementView,
} from './page.ts';
import { readParties, readStatement } from './read.ts';
import { hasSession, openLink, openSession, type OpenLink } from './store.ts';
import { textsFor, type Texts } from './texts.ts';

export interface StatementPageDeps {
  readonly database: Database;
  readonly executor: CommandExecutor;
  readonly clock: () => Date;
}

/** Companies are in one zone; see FormatProvider in the client. */
const zone = 'Asia/Shanghai';

/** A customer who has entered the password. */
interface Visit {
  readonly link: OpenLink;
  readonly secret: string;
  readonly statement: Statement;
  readonly path: string;
  readonly t: Texts;
}

type Handler = (visit: Visit, request: Request, response: Response) => Promise<void>;

export function statementPageRoutes(deps: StatementPageDeps): Router {
  const router = Router();
  const throttle = createThrottle();
  const form = urlencoded({ extended: false, limit: '16kb' });
  const visited = (handler: Handler) => async (request: Request, response: Response) => {
    const visit = await visitOf(deps, request, response);
    if (visit) await handler(visit, request, response);
  };
  const spoken = (handler: Handler) =>
    visited(async (visit, request, response) => {
      if (isGuarded(request, visit)) return handler(visit, request, response);
      await show(deps, visit, request, response, 403, 'refused');
    });
  router.get(
    '/s/:token',
    visited((visit, request, response) => show(deps, visit, request, response)),
  );
  router.post('/s/:token', form, (request, response) => enter(deps, throttle, request, response));
  router.get(
    '/s/:token/statement.xlsx',
    visited((visit, request, response) => download(deps, visit, request, response)),
  );
  router.get(
    '/s/:token/lines/:line',
    visited((visit, request, response) => ask(deps, visit, request, response)),
  );
  router.post(
    '/s/:token/lines/:line',
    form,
    spoken((visit, request, response) => dispute(deps, visit, request, response)),
  );
  router.post(
    '/s/:token/confirm',
    form,
    spoken(async (visit, request, response) => {
      const note = fieldOf(request, 'note').trim().slice(0, 500);
      await say(deps, visit, request, response, 'confirm-statement', note ? { note } : {});
    }),
  );
  return router;
}

const textsOf = (request: Request): Texts => textsFor(request.acceptsLanguages(languages));

/** Answers itself where there is no link, or no password yet. */
async function visitOf(
  { database, clock }: StatementPageDeps,
  request: Request,
  response: Response,
): Promise<Visit | undefined> {
  const t = textsOf(request);
  const token = String(request.params['token']);
  const link = await openLink(database, token, clock());
  const statement = link && (await readStatement(database, link.companyId, link.statementId));
  if (!link || !statement) return void send(response, 404, gonePage(t));
  const secret = secretIn(request);
  const path = pathOf(token);
  if (secret !== undefined && (await hasSession(database, link, secret, clock())))
    return { link, secret, statement, path, t };
  send(response, request.method === 'GET' ? 200 : 401, passwordPage(path, t));
  return undefined;
}

const pathOf = (token: string): string => `/s/${encodeURIComponent(token)}`;

async function enter(
  { database, clock }: StatementPageDeps,
  throttle: ReturnType<typeof createThrottle>,
  request: Request<{ token: string }>,
  response: Response,
): Promise<void> {
  const t = textsOf(request);
  const { token } = request.params;
  const [name, address] = [hashOfToken(token), request.ip ?? ''];
  const path = pathOf(token);
  const seconds = await throttle.attempt(name, address);
  if (seconds > 0) {
    response.set('Retry-After', String(seconds));
    return send(response, 429, passwordPage(path, t, t.tooMany(Math.ceil(seconds / 60))));
  }
  const link = await openLink(database, token, clock());
  if (!link) return send(response, 404, gonePage(t));
  if (!(await verifyPassword(asMade(fieldOf(request, 'password')), link.passwordHash)))
    return send(response, 401, passwordPage(path, t, t.wrongPassword));
  await throttle.succeeded(name, address);
  const secret = await openSession(database, link, clock());
  const options = { httpOnly: true, sameSite: 'lax', secure: request.secure, path, encode: String } as const;
  response.cookie(cookieName, secret, options).set(statementHeaders).redirect(303, path);
}

const cookieName = 'towline-statement';

function secretIn(request: Request): string | undefined {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName && value) return value;
  }
  return undefined;
}

const guardOf = (secret: string): string => createHash('sha256').update(`form ${secret}`).digest('base64url');

function isGuarded(request: Request, { secret }: Visit): boolean {
  const [given, wanted] = [Buffer.from(fieldOf(request, 'guard')), Buffer.from(guardOf(secret))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function show(
  deps: StatementPageDeps,
  visit: Visit,
  request: Request,
  response: Response,
  status = 200,
  notice?: StatementView['notice'],
): Promise<void> {
  const view = await viewOf(deps, visit, request);
  send(response, status, statementPage({ ...view, notice }, visit.t));
}

async function viewOf(
  { database, clock }: StatementPageDeps,
  { link, statement, secret, path }: Visit,
  { query }: Request,
): Promise<StatementView> {
  const parties = await readParties(database, link.companyId, statement.customerId);
  const form = { guard: guardOf(secret), commandId: ulid(clock().getTime(), randomBytes(10)) };
  const word = typeof query['q'] === 'string' ? query['q'].slice(0, 60) : '';
  return { statement, parties, path, zone, form, query: word, page: Math.trunc(Number(query['page'])) || 1 };
}

async function ask(
  deps: StatementPageDeps,
  visit: Visit,
  request: Request,
  response: Response,
): Promise<void> {
  await showLine(deps, visit, request, response, { reason: '', claimed: '' });
}

/** Without such a line the statement is shown as it stands. */
async function showLine(
  deps: StatementPageDeps,
  visit: Visit,
  request: Request,
  response: Response,
  draft: DisputeDraft,
): Promise<void> {
  const line = visit.statement.lines.find(({ id }) => id === request.params['line']);
  if (!line || !isForCustomer(visit.statement) || !mayDispute(visit.statement, line))
    return show(deps, visit, request, response, 409, 'refused');
  const view = await viewOf(deps, visit, request);
  send(response, draft.problem ? 422 : 200, disputePage(view, line, draft, visit.t));
}

async function dispute(
  deps: StatementPageDeps,
  visit: Visit,
  request: Request,
  response: Response,
): Promise<void> {
  const [reason, claimed] = [fieldOf(request, 'reason').trim().slice(0, 500), fieldOf(request, 'claimed')];
  const amount = parseFen(claimed);
  const isAmount = amount.kind === 'empty' || (amount.kind === 'fen' && amount.fen >= 0);
  if (!reason || !isAmount) {
    const problem = reason ? 'amountWrong' : 'reasonMissing';
    return showLine(deps, visit, request, response, { reason, claimed, problem });
  }
  await say(deps, visit, request, response, 'dispute-line', {
    lineId: String(request.params['line']),
    reason,
    ...(amount.kind === 'fen' && { claimedFen: amount.fen }),
  });
}

/** As a command about the statement, by its customer; refused when it is not as the page had shown it. */
async function say(
  deps: StatementPageDeps,
  { link, secret, path, t }: Visit,
  request: Request,
  response: Response,
  type: 'confirm-statement' | 'dispute-line',
  payload: object,
): Promise<void> {
  const { executor, clock, database } = deps;
  const command = {
    ...{ id: fieldOf(request, 'command'), n: 0, deviceId: 'statement-link', type },
    ...{ orderId: link.statementId, at: clock().toISOString() },
    payload: { ...payload, seenEntryId: fieldOf(request, 'seen') },
  };
  const [verdict] = await executor.submit(statementCustomer(link.companyId, link.statementId), [command]);
  if (isDone(verdict)) return response.redirect(303, path);
  const statement = await readStatement(database, link.companyId, link.statementId);
  if (!statement) return send(response, 404, gonePage(t));
  const notice = verdict?.code === 'statement-changed' ? 'changed' : 'refused';
  await show(deps, { link, secret, statement, path, t }, request, response, 409, notice);
}

const isDone = (verdict: Verdict | undefined): boolean =>
  verdict?.status === 'applied' || verdict?.status === 'flagged';

async function download(
  { database, clock }: StatementPageDeps,
  { link, statement, path, t }: Visit,
  _request: Request,
  response: Response,
): Promise<void> {
  if (!isForCustomer(statement)) return response.redirect(303, path);
  const { company, customer } = await readParties(database, link.companyId, statement.customerId);
  const today = dayIn(zone, clock().toISOString());
  const sheet = sheetOfStatement(statement, paperWords[t.lang], { customer, ours: company, today });
  const file = await writeXlsxFile(xlsxSheets([sheet], wallClock)).toBuffer();
  response.set(statementHeaders).attachment(`${statement.name}.xlsx`).send(file);
}

const wallClock = (iso: string): string => `${dayIn(zone, iso)}T${timeIn(zone, iso)}`;

function send(response: Response, status: number, html: string): void {
  response.status(status).set(statementHeaders).type('html').send(html);
}

function fieldOf({ body }: Request, name: string): string {
  const value: unknown = Object.entries((body ?? {}) as object).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
