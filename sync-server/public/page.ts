// The rescued person's page. Pure.
import { baseStyle, escaped, headersFor, htmlOf, section } from './html.ts';
import type { OnTheWay, Progress } from './progress.ts';
import type { Texts } from './texts.ts';

export interface PageContent {
  readonly progress: Progress;
  /** Who comes, while he comes or works. */
  readonly crew?: { readonly plate: string; readonly surname: string; readonly phone?: string };
  /** The address of this page, for the form. */
  readonly path: string;
  /** It was sent without stars. */
  readonly lacksStars: boolean;
  readonly zone: string;
}

const style = `${baseStyle}
.eta{font-size:21px;font-weight:700;color:var(--accent);margin:14px 0 2px}
.crew{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:12px}.plate{font-size:21px;font-weight:700;letter-spacing:.03em;color:var(--text)}
.call{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:0 22px;border-radius:10px;background:var(--accent);color:var(--card);font-weight:600;text-decoration:none}button{width:100%}
svg{display:block;width:100%;height:auto;margin-top:14px}
fieldset{border:0;margin:0;padding:0}.stars{display:flex;flex-direction:row-reverse;justify-content:flex-end;gap:2px}
.stars input{position:absolute;opacity:0}.stars label{font-size:44px;line-height:52px;width:52px;text-align:center;color:var(--line);cursor:pointer}
.stars input:checked~label,.stars label:hover,.stars label:hover~label{color:var(--on)}.stars input:focus-visible+label{outline:3px solid var(--accent);border-radius:8px}
.given{color:var(--on);font-size:30px;letter-spacing:4px}`;

export const pageHeaders = headersFor(style);

/** Whoever waits need not do anything to see what is new; whoever writes is not disturbed. */
const renewing: readonly Progress['phase'][] = ['waiting', 'sent', 'there', 'towing'];

export function progressPage(content: PageContent, t: Texts): string {
  const { progress } = content;
  const [title, hint] = t.phase[progress.phase];
  const isLive = renewing.includes(progress.phase);
  const parts = [
    section(
      `<h1>${title}</h1><p>${hint}</p>${progress.phase === 'sent' ? onTheWay(progress.onTheWay, content, t) : ''}`,
    ),
    crew(content, t),
    progress.phase === 'completed' ? opinion(progress.rating?.stars, content, t) : '',
    isLive ? `<small>${t.refreshes}</small>` : '',
  ];
  return page(t, parts.join(''), isLive);
}

/** Unknown, or too old: which of both is nobody's business. */
export function gonePage(t: Texts): string {
  const [title, hint] = t.gone;
  return page(t, section(`<h1>${title}</h1><p>${hint}</p>`), false);
}

const page = (t: Texts, main: string, renews: boolean): string =>
  htmlOf({ lang: t.lang, title: t.title, style, main, ...(renews && { refresh: 30 }) });

function onTheWay(way: OnTheWay | undefined, { zone }: PageContent, t: Texts): string {
  if (!way) return '';
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const [away, at] = [distance(way.metres), time.format(new Date(way.at))];
  const known =
    way.minutes === undefined
      ? `<p>${t.wasAway(away, at)}</p>`
      : `<p class="eta">${t.arrives(way.minutes)}</p><p>${t.away(away)} · ${t.seen(at)}</p>`;
  return known + sketch(way, t);
}

const distance = (metres: number): string =>
  metres < 950 ? `${Math.max(50, Math.round(metres / 50) * 50)} m` : `${(metres / 1000).toFixed(1)} km`;

/** North is up. No map: it would cost more than all the rest, and the provider would learn of the rescue. */
function sketch({ vehicle, car }: OnTheWay, t: Texts): string {
  const east = (vehicle.lng - car.lng) * Math.cos((car.lat * Math.PI) / 180);
  const north = vehicle.lat - car.lat;
  const length = Math.hypot(east, north) || 1;
  const [x, y] = [160 + (east / length) * 110, 85 - (north / length) * 58].map(Math.round);
  return `<svg viewBox="0 0 320 170" role="img" aria-label="${t.sketch}" font-size="13" text-anchor="middle"><g fill="none" stroke="currentColor" opacity=".16"><ellipse cx="160" cy="85" rx="55" ry="29"/><ellipse cx="160" cy="85" rx="110" ry="58"/></g><line x1="${x}" y1="${y}" x2="160" y2="85" stroke="#0b5cad" stroke-width="2" stroke-dasharray="4 5"/><circle cx="160" cy="85" r="8" fill="#e08700"/><text x="160" y="108" fill="currentColor">${t.you}</text><circle cx="${x}" cy="${y}" r="9" fill="#0b5cad"/><text x="${x}" y="${(y ?? 0) > 85 ? (y ?? 0) + 24 : (y ?? 0) - 14}" fill="currentColor">${t.vehicle}</text></svg>`;
}

function crew({ crew: who }: PageContent, t: Texts): string {
  if (!who) return '';
  const call = who.phone
    ? `<a class="call" href="tel:${escaped(who.phone.replaceAll(/[^\d+]/g, ''))}">${t.call}</a>`
    : '';
  return section(
    `<div class="crew"><div><p>${t.vehicle} · ${escaped(t.driver(who.surname))}</p><p class="plate">${escaped(who.plate)}</p></div>${call}</div>`,
  );
}

function opinion(given: number | undefined, { path, lacksStars }: PageContent, t: Texts): string {
  if (given !== undefined)
    return section(
      `<h2>${t.thanks}</h2><div class="given" role="img" aria-label="${t.given(given)}">${'★'.repeat(given)}${'☆'.repeat(5 - given)}</div>`,
    );
  const stars = [5, 4, 3, 2, 1].map(
    (count) =>
      `<input type="radio" name="stars" id="s${count}" value="${count}" required><label for="s${count}" title="${t.stars[count - 1] ?? ''}"><span aria-hidden="true">★</span><span class="hidden">${count} ${t.stars[count - 1] ?? ''}</span></label>`,
  );
  return section(
    `<form method="post" action="${escaped(path)}"><fieldset><legend><h2>${t.rate}</h2></legend>${lacksStars ? `<p class="wrong" role="alert">${t.choose}</p>` : ''}<div class="stars">${stars.join('')}</div></fieldset><label class="text" for="comment">${t.comment}</label><textarea id="comment" name="comment" maxlength="1000"></textarea><button>${t.send}</button></form>`,
  );
}
