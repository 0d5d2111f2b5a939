// Requests to addresses that somebody else has entered. They reach only what the whole world reaches: no redirect
// is followed, and a name that leads into our own network is refused at the moment of connecting.
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';

export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** The beginning of it. */
  readonly body: string;
}

/**
 * Rejects when there was no whole answer; `ForbiddenAddress` when the request was not made at all.
 */
export type SendRequest = (request: OutgoingRequest, signal: AbortSignal) => Promise<OutgoingAnswer>;

/** The address is not one that we send to. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

export interface SendOptions {
  /** Lets loopback addresses be reached, also by plain http: for trying things out, and for tests. */
  readonly allowLoopback: boolean;
}

const timeoutMs = 10_000;
const longestAnswer = 64 * 1024;

export function createSendRequest(options: SendOptions): SendRequest {
  return (outgoing, signal) => {
    const url = new URL(outgoing.url);
    const objection = objectionTo(url, options);
    if (objection) return Promise.reject(new ForbiddenAddress(objection));
    return send(url, outgoing, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]), options);
  };
}

/** What speaks against an address as it was entered; a name may still lead somewhere forbidden. */
export function objectionTo(url: URL, { allowLoopback }: SendOptions): string | undefined {
  if (url.username || url.password) return 'An address with a password in it is not sent to.';
  const host = hostOf(url);
  const isLocal = host === 'localhost' || (isIP(host) > 0 && isLoopback(host));
  if (url.protocol === 'http:' && !(allowLoopback && isLocal)) return 'Only https is sent to.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'Only https is sent to.';
  if (isIP(host) > 0 && !mayReach(host, allowLoopback)) return `${host} is not a public address.`;
  return undefined;
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

function send(
  url: URL,
  { method, headers, body }: OutgoingRequest,
  signal: AbortSignal,
  { allowLoopback }: SendOptions,
): Promise<OutgoingAnswer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
    signal,
    lookup: publicLookup(allowLoopback),
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > longestAnswer) response.destroy(new Error('The answer is too long'));
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

type Lookup = NonNullable<RequestOptions['lookup']>;

/** Checked here and not before: the address that is connected to is the one that was looked at. */
function publicLookup(allowLoopback: boolean): Lookup {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => mayReach(address, allowLoopback));
      const [first] = allowed;
      if (!first || allowed.length < addresses.length)
        return callback(new ForbiddenAddress(`${hostname} is not a public address.`), '', 0);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

const isLoopback = (address: string) => address === '::1' || plain(address).startsWith('127.');

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Networks of our own, of nobody, and of everybody at once (IANA's special-purpose registries). */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4');
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');
/** Of those: addresses that carry an IPv4 address inside, and those for documents. */
const specialIpv6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  specialIpv6.addSubnet(net, bits, 'ipv6');

export function mayReach(address: string, allowLoopback: boolean): boolean {
  const bare = plain(address);
  if (isLoopback(bare)) return allowLoopback;
  if (isIP(bare) === 4) return !special.check(bare, 'ipv4');
  return publicIpv6.check(bare, 'ipv6') && !specialIpv6.check(bare, 'ipv6');
}
