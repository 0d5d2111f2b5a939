// The customer's page of a statement: the password, the lines, one line with its dispute. Pure, and small on purpose:
// 30 lines at a time, found by a word.
import { baseStyle, escaped, headersFor, htmlOf, section } from '../../public/html.ts';
import { dayIn, timeIn } from '#schemas/core/days.ts';
import { formatMoney } from '#schemas/core/yuan.ts';
import { oldestFirst } from '#schemas/finance/statements/receive.ts';
import { statementTable } from '#schemas/finance/statements/states.ts';
import {
  adjustedOf,
  dueOf,
  isForCustomer,
  openDispute,
  openOfStatement,
  type Statement,
  type StatementLine,
} from '#schemas/finance/statements/statement.ts';
import type { Parties } from './read.ts';
import type { Texts } from './texts.ts';

export interface StatementView {
  readonly statement: Statement;
  readonly parties: Parties;
  /** The address of this page. */
  readonly path: string;
  readonly zone: string;
  readonly query: string;
  /** Counted from 1. */
  readonly page: number;
  readonly form: FormSecrets;
  readonly notice?: 'changed' | 'refused' | undefined;
}

/** What every form carries: that this page made it, when, and which command it becomes, however often it is sent. */
export interface FormSecrets {
  readonly guard: string;
  readonly commandId: string;
}

const style = `${baseStyle}
main{max-width:760px}h1{font-size:22px}.sum{display:flex;flex-wrap:wrap;gap:6px 28px;margin:14px 0 0}.sum div{display:flex;flex-direction:column}dt{color:var(--muted);font-size:14px}dd{margin:0;font-weight:700;font-variant-numeric:tabular-nums}
.state{display:inline-block;margin-top:8px;padding:1px 12px;border-radius:99px;border:1px solid currentColor;color:var(--accent);font-size:15px;font-weight:600}.disputed{color:var(--wrong)}
.row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:2px 12px}.row p{flex:1}.row b{font-size:18px;font-variant-numeric:tabular-nums}
ol{list-style:none;margin:0;padding:0}li{padding:12px 0;border-top:1px solid var(--line)}li:first-child{border:0}li p{overflow-wrap:anywhere;font-size:15px}
a{color:var(--accent);display:inline-flex;align-items:center;min-height:44px}.find{display:flex;gap:8px;align-items:center}.find input{margin:0;flex:1;min-width:0}.find button{flex:none}
.loud{color:var(--wrong)}.pages{display:flex;justify-content:space-between;align-items:center}summary{min-height:48px;display:flex;align-items:center;font-weight:600;color:var(--accent);cursor:pointer}
form.wide button{width:100%}.whole{white-space:nowrap}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

export const statementHeaders = headersFor(style);

const page = (t: Texts, title: string, main: string): string => htmlOf({ lang: t.lang, title, style, main });

const message = (t: Texts, [title, hint]: readonly [string, string]): string =>
  page(t, t.title, section(`<h1>${title}</h1><p>${hint}</p>`));

/** Unknown, expired or revoked: which of these is nobody's business. */
export const gonePage = (t: Texts): string => message(t, t.gone);

export function passwordPage(path: string, t: Texts, problem?: string): string {
  const wrong = problem ? `<p class="wrong" role="alert">${problem}</p>` : '';
  return page(
    t,
    t.title,
    section(
      `<h1>${t.title}</h1><p>${t.passwordHint}</p><form method="post" action="${path}" class="wide"><label class="text" for="password">${t.password}</label>${wrong}<input type="password" id="password" name="password" required autocomplete="off" autocapitalize="none" maxlength="100"><button>${t.enter}</button></form>`,
    ),
  );
}

export function statementPage(view: StatementView, t: Texts): string {
  const { statement, parties } = view;
  if (!isForCustomer(statement)) return message(t, t.revised);
  const title = `${escaped(parties.customer)} ${t.title} ${whole(statement.number)}`;
  const notice = view.notice
    ? section(`<p class="loud" role="alert">${view.notice === 'changed' ? t.changed : t.refused}</p>`)
    : '';
  return page(
    t,
    `${parties.customer} ${t.title}`,
    notice + section(head(title, view, t)) + section(lines(view, t)) + confirmation(view, t),
  );
}

function head(title: string, { statement, parties, path, zone }: StatementView, t: Texts): string {
  const { period, edition, state, confirmed } = statement;
  const facts = [
    t.from(escaped(parties.company)),
    t.period(whole(period.from), whole(period.until)),
    t.edition(edition),
  ];
  const when = confirmed ? ` <small>${t.confirmedAt(whole(instantIn(zone, confirmed.at)))}</small>` : '';
  const sums = [
    [t.total, formatMoney(statement.totalFen)],
    [t.received, formatMoney(statement.receivedFen)],
    [t.open, formatMoney(openOfStatement(statement))],
  ].map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return `<h1>${title}</h1><p>${facts.join(' · ')}</p><p><span class="state ${state}">${t.state[state]}</span>${when}</p><dl class="sum">${sums.join('')}</dl><a href="${path}/statement.xlsx">${t.download}</a>`;
}

const atOnce = 30;

function lines(view: StatementView, t: Texts): string {
  const { statement, path, query } = view;
  const found = [...statement.lines].sort(oldestFirst).filter((line) => matches(line, query));
  const pages = Math.max(1, Math.ceil(found.length / atOnce));
  const current = Math.min(Math.max(1, view.page), pages);
  const shown = found.slice((current - 1) * atOnce, current * atOnce);
  const link = (to: number, text: string) =>
    to >= 1 && to <= pages ? `<a href="${path}?page=${to}${queryOf(query)}">${text}</a>` : '<span></span>';
  const turning =
    pages > 1
      ? `<nav class="pages">${link(current - 1, t.earlier)}<span>${t.page(current, pages)}</span>${link(current + 1, t.later)}</nav>`
      : '';
  const list = shown.map((line) => `<li>${summary(line, view, t)}</li>`).join('');
  return `<h2>${t.orders(statement.lines.length)}</h2><form class="find" action="${path}"><label class="hidden" for="q">${t.search}</label><input type="search" id="q" name="q" maxlength="60" value="${escaped(query)}" placeholder="${t.search}"><button>${t.find}</button></form>${list ? `<ol>${list}</ol>` : `<p>${t.none}</p>`}${turning}`;
}

const queryOf = (query: string) => (query ? `&amp;q=${encodeURIComponent(query)}` : '');

function matches({ number, customerOrderNumber = '', plate }: StatementLine, query: string): boolean {
  const word = query.trim().toUpperCase();
  return [number, customerOrderNumber, plate].some((text) => text.toUpperCase().includes(word));
}

function summary(line: StatementLine, { statement, path, zone }: StatementView, t: Texts): string {
  const more = mayDispute(statement, line)
    ? `<a href="${path}/lines/${encodeURIComponent(line.id)}">${t.dispute}</a>`
    : '';
  return `${facts(line, zone, more)}${extras(line, t, 80)}`;
}

function facts(line: StatementLine, zone: string, more = ''): string {
  const text = [
    whole(line.number),
    escaped(line.customerOrderNumber ?? ''),
    escaped(line.service),
    line.endedAt ? whole(instantIn(zone, line.endedAt)) : '',
  ].filter(Boolean);
  return `<div class="row"><b>${escaped(line.plate)}</b><b>${formatMoney(dueOf(line))}</b></div><div class="row"><p>${text.join(' · ')}</p>${more}</div>`;
}

/** What was adjusted, disputed and paid. @param most letters of each reason */
function extras(line: StatementLine, t: Texts, most: number): string {
  const adjusted = adjustedOf(line);
  const reasons = line.adjustments.map(({ reason }) => reason).filter(Boolean);
  const dispute = openDispute(line) ?? line.disputes.at(-1);
  const parts = [
    adjusted === 0
      ? ''
      : `<p>${t.adjusted(formatMoney(adjusted))} · ${clipped(reasons.join('; '), most)}</p>`,
    dispute ? disputeText(dispute, t, most) : '',
    line.posted ? `<p>${t.posted}</p>` : '',
  ];
  return parts.join('');
}

function disputeText(
  { reason, claimedFen, settled }: StatementLine['disputes'][number],
  t: Texts,
  most: number,
): string {
  const claim = claimedFen === undefined ? '' : ` · ${t.claims(formatMoney(claimedFen))}`;
  const said = `${clipped(reason, most)}${claim}`;
  return settled
    ? `<p>${t.settled}: ${said} → ${clipped(settled.resolution, most)}</p>`
    : `<p class="loud">${t.disputed}: ${said}</p>`;
}

const clipped = (text: string, most: number): string =>
  escaped(text.length > most ? `${text.slice(0, most)}…` : text);

export const mayDispute = ({ state }: Statement, line: StatementLine): boolean =>
  statementTable.dispute[state].go && !line.posted && openDispute(line) === undefined;

function confirmation({ statement, path, form }: StatementView, t: Texts): string {
  if (!statementTable.confirm[statement.state].go) return '';
  const hint = t.confirmHint(statement.lines.length, formatMoney(statement.totalFen));
  return section(
    `<details><summary>${t.confirm}</summary><form method="post" action="${path}/confirm" class="wide">${hidden(statement, form)}<p>${hint}</p><label class="text" for="note">${t.note}</label><input type="text" id="note" name="note" maxlength="500"><button>${t.confirm}</button></form></details>`,
  );
}

const hidden = ({ history }: Statement, { guard, commandId }: FormSecrets): string =>
  [
    ['guard', guard],
    ['command', commandId],
    ['seen', history.at(-1)?.id ?? ''],
  ]
    .map(([name = '', value = '']) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('');

export interface DisputeDraft {
  readonly reason: string;
  readonly claimed: string;
  readonly problem?: 'reasonMissing' | 'amountWrong';
}

export function disputePage(view: StatementView, line: StatementLine, draft: DisputeDraft, t: Texts): string {
  const { statement, path, zone, form } = view;
  const problem = draft.problem ? `<p class="wrong" role="alert">${t[draft.problem]}</p>` : '';
  const title = t.disputeTitle(whole(line.number));
  return page(
    t,
    t.disputeTitle(line.number),
    section(
      `<h1>${title}</h1>${facts(line, zone)}${extras(line, t, 500)}<form method="post" action="${path}/lines/${encodeURIComponent(line.id)}" class="wide">${hidden(statement, form)}${problem}<label class="text" for="reason">${t.reason}</label><textarea id="reason" name="reason" maxlength="500" required>${escaped(draft.reason)}</textarea><label class="text" for="claimed">${t.claimed}</label><input type="text" inputmode="decimal" id="claimed" name="claimed" maxlength="20" value="${escaped(draft.claimed)}"><button>${t.send}</button></form><a href="${path}">${t.back}</a>`,
    ),
  );
}

/** A line would otherwise end at any of its hyphens. */
const whole = (text: string): string => `<span class="whole">${escaped(text)}</span>`;

const instantIn = (zone: string, iso: string): string => `${dayIn(zone, iso)} ${timeIn(zone, iso)}`;
