// `format.ts` bound to the language on the screen, the company's zone and a clock that ticks.
import { createContext, createSignal, onCleanup, useContext, type Accessor, type JSX } from 'solid-js';
import { locale } from '../i18n/locale.ts';
import * as pure from './format.ts';

interface Context {
  readonly zone: Accessor<string>;
  readonly now: Accessor<string>;
}

const FormatContext = createContext<Context>();

/** Once, around the app. `zone` is an IANA name such as `Asia/Shanghai`. The clock ticks every 20 s. */
export function FormatProvider(props: { zone: string; children: JSX.Element }): JSX.Element {
  const [now, setNow] = createSignal(new Date().toISOString());
  const timer = setInterval(() => setNow(new Date().toISOString()), 20_000);
  onCleanup(() => clearInterval(timer));
  return (
    <FormatContext.Provider value={{ zone: () => props.zone, now }}>{props.children}</FormatContext.Provider>
  );
}

export interface Format {
  readonly zone: Accessor<string>;
  /** ISO UTC, ticking; reading it in JSX keeps the text fresh. */
  readonly now: Accessor<string>;
  money(fen: number): string;
  dateTime(iso: string | undefined): string;
  date(iso: string | undefined): string;
  time(iso: string | undefined): string;
  short(iso: string | undefined): string;
  relative(iso: string | undefined): string;
  duration(minutes: number): string;
  distance(metres: number): string;
  phone(phone: string): string;
  count(count: number): string;
}

/** `const format = useFormat()`, then `format.dateTime(iso)` in JSX. */
export function useFormat(): Format {
  const context = useContext(FormatContext);
  if (!context) throw new Error('useFormat needs a FormatProvider above it');
  const { zone, now } = context;
  return {
    zone,
    now,
    money: pure.formatMoney,
    dateTime: (iso) => pure.formatDateTime(iso, zone()),
    date: (iso) => pure.formatDate(iso, zone()),
    time: (iso) => pure.formatTime(iso, zone()),
    short: (iso) => pure.formatShort(iso, zone(), now()),
    relative: (iso) => pure.formatRelative(iso, now(), locale()),
    duration: pure.formatDuration,
    distance: (metres) => pure.formatDistance(metres, locale()),
    phone: pure.formatPhone,
    count: pure.formatCount,
  };
}

/** An instant as `<time>`: short, full or relative; the full form is always its title. */
export function Time(props: { iso: string | undefined; as?: 'short' | 'full' | 'relative' }): JSX.Element {
  const format = useFormat();
  const text = () => {
    if (props.as === 'full') return format.dateTime(props.iso);
    return props.as === 'relative' ? format.relative(props.iso) : format.short(props.iso);
  };
  return (
    <time datetime={props.iso} title={format.dateTime(props.iso)}>
      {text()}
    </time>
  );
}
