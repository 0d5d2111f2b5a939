// Stands in for `fflate` in the client's build (vite.config.ts). The XLSX libraries zip by its asynchronous
// functions, which start workers from blobs; our content security policy forbids those, and fflate would wait
// for ever. We are in a worker already, so here they are the synchronous ones under the same names.
import { unzipSync, zipSync, type AsyncZippable, type Unzipped, type UnzipOptions } from 'fflate/browser';

export * from 'fflate/browser';

type Callback<T> = (error: unknown, result: T) => void;

export function zip(files: AsyncZippable, callback: Callback<Uint8Array>): void {
  settle(() => zipSync(files as Parameters<typeof zipSync>[0]), callback);
}

export function unzip(data: Uint8Array, ...rest: [UnzipOptions, Callback<Unzipped>] | [Callback<Unzipped>]) {
  const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
  settle(() => unzipSync(data, options), callback);
}

function settle<T>(make: () => T, callback: Callback<T>): void {
  let result: T;
  try {
    result = make();
  } catch (error) {
    callback(error, undefined as T);
    return;
  }
  callback(null, result);
}
