// Which device something was entered on, as far as that can be said.
import type { JSX } from 'solid-js';
import { useData } from '../data/context.ts';
import { useStrings } from '../i18n/strings.ts';
import { historyStrings } from './strings.ts';

export function Device(props: { id: string | undefined }): JSX.Element {
  const t = useStrings(historyStrings);
  const { deviceId } = useData();
  const name = () => {
    if (props.id === undefined) return t().noDevice;
    return props.id === deviceId ? t().thisDevice : t().device(props.id.slice(-4));
  };
  return <span title={props.id}>{name()}</span>;
}
