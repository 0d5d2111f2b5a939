// Pages for people without an account: HTML that needs no script, for any phone on any network. Pure.
import { createHash } from 'node:crypto';

/** What all of them share; a page adds its own rules to it. */
export const baseStyle = `
:root{color-scheme:light dark;--bg:#f4f6f8;--card:#fff;--text:#16202a;--muted:#5b6876;--line:#dde3e9;--accent:#0b5cad;--on:#e08700;--wrong:#c62828}
@media(prefers-color-scheme:dark){:root{--bg:#10161c;--card:#1a222b;--text:#eef2f6;--muted:#9aa8b5;--line:#303b46;--accent:#6db3ff;--on:#ffb43d;--wrong:#ff8a80}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--text);font:17px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:480px;margin:0 auto;padding:24px 16px 40px;display:grid;gap:16px}
section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px}
h1{font-size:25px;line-height:1.25;margin:0 0 6px}h2{font-size:18px;margin:0 0 12px}p{margin:0;color:var(--muted)}
button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:0 22px;border:0;border-radius:10px;background:var(--accent);color:var(--card);font:inherit;font-weight:600}
textarea,input[type=text],input[type=password],input[type=search]{width:100%;min-height:48px;margin:6px 0 14px;padding:10px;border:1px solid var(--line);border-radius:10px;background:var(--bg);color:var(--text);font:inherit}textarea{min-height:96px}
form label.text{display:block;margin-top:12px;color:var(--muted)}.wrong{color:var(--wrong);font-weight:600;margin-bottom:10px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}small{color:var(--muted);text-align:center}`;

/** Nothing is loaded, nothing runs, and forms go nowhere else. */
export const headersFor = (style: string) => ({
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
});

export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly style: string;
  readonly main: string;
  /** Renews itself after so many seconds. */
  readonly refresh?: number | undefined;
}

export const htmlOf = ({ lang, title, style, main, refresh }: Page): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">${refresh === undefined ? '' : `<meta http-equiv="refresh" content="${refresh}">`}<title>${escaped(title)}</title><style>${style}</style></head><body><main>${main}</main></body></html>`;

export const section = (html: string): string => `<section>${html}</section>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
