// Which device something was entered on, as far as that can be said.
import type { JSX } from 'solid-js';
import { useData } from '../data/context.ts';
import { useStrings } from '../i18n/strings.ts';
import { deviceName } from './device-name.ts';
import { historyStrings } from './strings.ts';

/** @param ofDriver whoever entered it drove then, and had the app on his phone */
export function Device(props: { id: string | undefined; ofDriver?: boolean }): JSX.Element {
  const t = useStrings(historyStrings);
  const { deviceId: own } = useData();
  return (
    <span title={props.id}>{deviceName(props.id, { own, ofDriver: props.ofDriver === true }, t())}</span>
  );
}
