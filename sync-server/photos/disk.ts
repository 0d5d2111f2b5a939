// What has to be on the disk before somebody is told that it is.
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Another server may have taken it away. */
export async function syncFile(path: string): Promise<void> {
  await sync(path, 'r+').catch(ignoring('ENOENT'));
}

/** The file, and every folder from its own up to the one that holds `root`: any of them may be new. */
export async function syncPlace(path: string, root: string): Promise<void> {
  await sync(path, 'r+');
  const above = dirname(resolve(root));
  let folder = resolve(path);
  do {
    folder = dirname(folder);
    await sync(folder, 'r').catch(ignoring(...unsyncable));
  } while (folder !== above);
}

/** Windows, and some network drives, keep names without being asked, and refuse to be asked. */
const unsyncable = ['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'];

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function ignoring(...codes: readonly string[]) {
  return (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!codes.includes(code)) throw error;
  };
}
