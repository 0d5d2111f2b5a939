// Whether the browser promises to keep what is on this device, and how much room there is.
import { createSignal, onMount, type Accessor } from 'solid-js';

export interface StorageState {
  /** undefined: not known, or the browser does not say. */
  readonly persisted: Accessor<boolean | undefined>;
  /** In bytes. */
  readonly usage: Accessor<number | undefined>;
  readonly quota: Accessor<number | undefined>;
  /** Without the promise the browser may clear what is not sent yet when it needs space. */
  askToPersist(): Promise<void>;
}

export function useStorageState(): StorageState {
  const [persisted, setPersisted] = createSignal<boolean>();
  const [estimate, setEstimate] = createSignal<StorageEstimate>({});
  // Missing where the page is served without https.
  const storage: StorageManager | undefined = navigator.storage;
  const look = async () => {
    setPersisted(await storage?.persisted?.().catch(() => undefined));
    setEstimate((await storage?.estimate?.().catch(() => undefined)) ?? {});
  };
  onMount(() => void look());
  return {
    persisted,
    usage: () => estimate().usage,
    quota: () => estimate().quota,
    askToPersist: async () => {
      await storage?.persist?.().catch(() => false);
      await look();
    },
  };
}
