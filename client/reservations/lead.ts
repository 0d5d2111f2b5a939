// How long before its time a reservation calls for attention, as each person likes it on this device.
import { createSignal, type Accessor } from 'solid-js';
import { useActor } from '../data/session.ts';
import { recall, remember } from '../ui/appearance.ts';
import { readLead } from './when.ts';

/** Whoever shows something by it hears of a choice made elsewhere on the page. */
const [choices, setChoices] = createSignal(0);

export interface ReminderLead {
  readonly minutes: Accessor<number>;
  keep(minutes: number): void;
}

export function useReminderLead(): ReminderLead {
  const key = `towline.reminder.${useActor().id}`;
  return {
    minutes: () => (choices(), readLead(recall(key))),
    keep: (minutes) => {
      remember(key, String(minutes));
      setChoices((count) => count + 1);
    },
  };
}
