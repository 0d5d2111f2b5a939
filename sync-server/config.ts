// The environment, read and checked once at the start.
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { readMapConfig, type MapConfig } from './geo/map-config.ts';
import { WrongSetting } from './wrong-setting.ts';

/** As Express understands it: how many proxies stand before this server, or which addresses they have. */
export type TrustProxy = false | number | string[];

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: Postgres is embedded, in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute. Where photos are kept; several servers share it. */
  readonly photosDir: string;
  readonly demo: boolean;
  readonly trustProxy: TrustProxy;
  readonly logLevel: LogLevel;
  /** What other people's secrets are sealed with in the database; undefined: they are stored as they are. */
  readonly secretKey: string | undefined;
  /** Where the outside world reaches this server, without a slash at its end: for the links in messages. */
  readonly publicUrl: string;
  /** Whether webhooks may go to this machine itself: for trying things out. */
  readonly allowLoopback: boolean;
  readonly map: MapConfig;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Fails with one sentence that says what to set. A variable that is set to nothing counts as not set. */
export function readConfig(environment: Environment): Result<Config, string> {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const databaseUrl = value('DATABASE_URL');
  const dataDir = resolve(value('DATA_DIR') ?? '.towline');
  try {
    return ok({
      port: portOf(value('PORT') ?? '8080'),
      host: value('HOST') ?? '127.0.0.1',
      databaseUrl: databaseUrl === undefined ? undefined : databaseUrlOf(databaseUrl),
      dataDir,
      photosDir: resolve(value('PHOTOS_DIR') ?? join(dataDir, 'photos')),
      demo: demoOf(value('DEMO') ?? (databaseUrl === undefined ? '1' : '0')),
      trustProxy: trustProxyOf(value('TRUST_PROXY') ?? '0'),
      secretKey: secretKeyOf(value('SECRET_KEY')),
      publicUrl: publicUrlOf(value('PUBLIC_URL') ?? `http://127.0.0.1:${value('PORT') ?? '8080'}`),
      allowLoopback: switchOf('ALLOW_LOOPBACK_WEBHOOKS', value('ALLOW_LOOPBACK_WEBHOOKS') ?? '0'),
      logLevel: logLevelOf(value('LOG_LEVEL') ?? 'info'),
      map: readMapConfig(value, dataDir),
    });
  } catch (error) {
    if (error instanceof WrongSetting) return fail(error.message);
    throw error;
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new WrongSetting(`Set PORT to a number from 0 to 65535; it is "${text}".`);
}

/** The value itself is not repeated: it may hold a password. */
function databaseUrlOf(text: string): string {
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw new WrongSetting(
    'Set DATABASE_URL to an address such as postgres://user:password@host:5432/name, or unset it to use the embedded database.',
  );
}

function demoOf(text: string): boolean {
  if (text === '1' || text === '0') return text === '1';
  throw new WrongSetting(`Set DEMO to 1 (load the demo company) or 0 (do not); it is "${text}".`);
}

function publicUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash)
    return url.origin;
  throw new WrongSetting(
    `Set PUBLIC_URL to the address that people reach this server by, such as https://dispatch.example.com; it is "${text}".`,
  );
}

function switchOf(name: string, text: string): boolean {
  if (text === '1' || text === '0') return text === '1';
  throw new WrongSetting(`Set ${name} to 1 or 0; it is "${text}".`);
}

/** Short ones can be guessed. The value is not repeated. */
function secretKeyOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= 32) return text;
  throw new WrongSetting('Set SECRET_KEY to at least 32 characters of chance, or unset it.');
}

/** Trusting everyone is not offered: whoever reaches the server could then claim any address and https. */
function trustProxyOf(text: string): TrustProxy {
  if (/^\d$/.test(text)) return text === '0' ? false : Number(text);
  const proxies = text.split(',').map((proxy) => proxy.trim());
  if (proxies.every(isNetwork)) return proxies;
  throw new WrongSetting(
    `Set TRUST_PROXY to the number of proxies before this server (0 to 9), or to their addresses such as "loopback, 10.0.0.0/8"; it is "${text}".`,
  );
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function logLevelOf(text: string): LogLevel {
  const level = logLevels.find((known) => known === text.toLowerCase());
  if (level) return level;
  throw new WrongSetting(`Set LOG_LEVEL to one of ${logLevels.join(', ')}; it is "${text}".`);
}
