// Sends the bytes of one photo by tus, from where the server has them. It is done when the server says that what it
// holds is what was announced, not when the last byte was sent.
import type { KeptPhoto } from './photo-store.ts';
import type { Http } from './http.ts';

export type TransferOutcome =
  | { readonly kind: 'stored' }
  /** Worth trying again. `code` says why, where the server gave a reason. */
  | { readonly kind: 'not-yet'; readonly code?: string };

export interface TransferOptions {
  /** How many bytes the server has. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

export type Transfer = (
  photo: KeptPhoto,
  bytes: ArrayBuffer,
  options: TransferOptions,
) => Promise<TransferOutcome>;

const uploads = '/api/photos/uploads';

/** What a lost connection costs at most; small enough that a slow one tells that it lives. */
const chunkBytes = 256 * 1024;

/** Phones lose connections without a word. */
const silenceMs = 60_000;

/** @returns whether all of it was sent */
export type SendBytes = (photo: KeptPhoto, bytes: ArrayBuffer, options: TransferOptions) => Promise<boolean>;

export function createTransfer(http: Http, send: SendBytes = sendByTus): Transfer {
  return async (photo, bytes, options) => {
    const before = await stateOf(http, photo);
    if (before !== 'waiting') return outcomeOf(before);
    const isSent = await send(photo, bytes, options);
    const after = await stateOf(http, photo);
    if (isSent && after === 'waiting') return { kind: 'not-yet', code: 'photo-damaged' };
    return outcomeOf(after);
  };
}

type State = 'stored' | 'waiting' | { readonly code: string | undefined };

const outcomeOf = (state: State): TransferOutcome => {
  if (state === 'stored') return { kind: 'stored' };
  const code = state === 'waiting' ? undefined : state.code;
  return { kind: 'not-yet', ...(code !== undefined && { code }) };
};

async function stateOf(http: Http, { id, facts }: KeptPhoto): Promise<State> {
  const answer = await http.getJson(`/api/photos/${id}`);
  if (!answer.ok) return { code: 'code' in answer.error ? answer.error.code : undefined };
  const { value } = answer;
  const isState = typeof value === 'object' && value !== null && 'state' in value && 'sha256' in value;
  if (!isState) return { code: undefined };
  return value.state === 'stored' && value.sha256 === facts.sha256 ? 'stored' : 'waiting';
}

/** The protocol's part of the app is loaded with the first photo. */
async function sendByTus(
  photo: KeptPhoto,
  bytes: ArrayBuffer,
  { onSent, signal }: TransferOptions,
): Promise<boolean> {
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve) => {
    const watch = createWatch(() => finish(false));
    const upload = new Upload(new Blob([bytes]), {
      endpoint: uploads,
      uploadUrl: `${uploads}/${photo.id}`,
      headers: { 'X-Towline': '1' },
      metadata: { photoId: photo.id },
      chunkSize: chunkBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: () => watch.again(),
      onChunkComplete: (_size, accepted) => onSent(accepted),
      onSuccess: () => finish(true),
      onError: () => finish(false),
    });
    const finish = (isSent: boolean) => {
      watch.stop();
      signal.removeEventListener('abort', giveUp);
      if (!isSent) void upload.abort().catch(() => undefined);
      resolve(isSent);
    };
    const giveUp = () => finish(false);
    if (signal.aborted) return finish(false);
    signal.addEventListener('abort', giveUp);
    upload.start();
  });
}

function createWatch(onSilence: () => void) {
  const begin = () => setTimeout(onSilence, silenceMs);
  let timer = begin();
  return {
    again: () => {
      clearTimeout(timer);
      timer = begin();
    },
    stop: () => clearTimeout(timer),
  };
}
