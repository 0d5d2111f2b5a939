// What sends the photos of a device, apart from the rest of it.
import { NEVER, of } from 'rxjs';
import { expect, test, vi } from 'vitest';
import type { KeptPhoto } from '../../client/data/photo-store.ts';
import { PhotoUploader } from '../../client/data/photo-uploader.ts';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import { FakeClock } from './fixtures.ts';

const facts: KeptPhoto['facts'] = {
  ...{ photoId: '01HZX000000000000000000001', slot: 'scene', takenAt: '2026-03-01T08:00:00.000Z' },
  ...{ sha256: '0'.repeat(64), bytes: 4, kind: 'image/jpeg', source: 'camera' },
};

test('after a reading that failed it goes on by itself a minute later', async () => {
  const [store, clock] = [memoryPhotoStore(), new FakeClock()];
  const photo = { id: facts.photoId, orderId: 'a', facts, accepted: true, sent: 0 };
  await store.put(photo, { bytes: new Uint8Array([1, 2, 3, 4]).buffer });
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(store, 'list').mockRejectedValueOnce(new Error('not now'));
  const uploader = new PhotoUploader({
    ...{ store, clock, photos$: store.photos$, commands$: NEVER, status$: of({ phase: 'live' as const }) },
    queue: { commandOf: vi.fn(), announce: vi.fn() },
    transfer: () => Promise.resolve({ kind: 'stored' }),
    isSignedIn: () => true,
  });
  uploader.start();
  await vi.waitFor(() => expect(complaint).toHaveBeenCalled());
  complaint.mockRestore();
  expect(await store.list()).toHaveLength(1);
  clock.advance(60_000);
  await vi.waitFor(async () => expect(await store.list()).toEqual([]), { timeout: 8000 });
  uploader.close();
});
