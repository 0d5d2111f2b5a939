// Puts chosen files on an order, one after the other, and says what became of them.
import { createSignal, type Accessor } from 'solid-js';
import type { Position } from '#schemas/core/types.ts';
import type { PhotoSlot } from '#schemas/photos/slots.ts';
import { useCodeText } from '../app/code-text.ts';
import { usePhotoEditing } from '../data/photos.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { toast } from '../ui/toast.tsx';
import { prepare } from './prepare.ts';
import { photoStrings } from './strings.ts';

export interface Chosen {
  readonly slot: PhotoSlot;
  readonly source: 'camera' | 'file';
  readonly position?: Position;
  readonly replaces?: string;
}

export interface Adding {
  /** How many files are being taken in. */
  readonly pending: Accessor<number>;
  add(files: readonly File[], chosen: Chosen): Promise<void>;
}

export function useAdding(orderId: Accessor<string>): Adding {
  const t = useStrings(photoStrings);
  const codeText = useCodeText();
  const sync = useSync();
  const photos = usePhotoEditing();
  const [pending, setPending] = createSignal(0);
  const addOne = async (file: File, chosen: Chosen): Promise<boolean> => {
    const prepared = await prepare(file, { ...chosen, orderId: orderId() });
    if (!prepared.ok) {
      toast.error(t().unusable[prepared.error](file.name));
      return false;
    }
    const issued = await photos.add(prepared.value);
    if (!issued.ok) toast.error(codeText(issued.error.code));
    return issued.ok;
  };
  const add = async (files: readonly File[], chosen: Chosen): Promise<void> => {
    setPending((count) => count + files.length);
    let added = 0;
    // One after the other: each may be twenty megabytes in memory.
    for (const file of files) {
      if (await addOne(file, chosen)) added++;
      setPending((count) => count - 1);
    }
    if (added > 0) toast.success(sync.online() ? t().added(added) : t().addedOffline(added));
  };
  return { pending, add };
}
