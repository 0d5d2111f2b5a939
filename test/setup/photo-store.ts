// The photos of a device without a browser, in memory.
import { BehaviorSubject } from 'rxjs';
import {
  changed,
  type KeptPhoto,
  type PhotoContent,
  type PhotoStore,
} from '../../client/data/photo-store.ts';

export function memoryPhotoStore(): PhotoStore {
  const photos$ = new BehaviorSubject<readonly KeptPhoto[]>([]);
  const contents = new Map<string, PhotoContent>();
  const without = (id: string) => photos$.value.filter((photo) => photo.id !== id);
  return {
    photos$,
    list: () => Promise.resolve(photos$.value),
    put: (photo, content) => {
      contents.set(photo.id, content);
      const all = [...without(photo.id), photo];
      photos$.next(all.sort((a, b) => (a.id < b.id ? -1 : 1)));
      return Promise.resolve();
    },
    update: (id, change) => {
      photos$.next(photos$.value.map((photo) => (photo.id === id ? changed(photo, change) : photo)));
      return Promise.resolve();
    },
    content: (id) => Promise.resolve(contents.get(id)),
    remove: (id) => {
      contents.delete(id);
      photos$.next(without(id));
      return Promise.resolve();
    },
    close: () => undefined,
  };
}
