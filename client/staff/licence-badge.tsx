// A licence as it is, or marked when somebody has to do something about it.
import { Show, type JSX } from 'solid-js';
import type { Due } from '#schemas/fleet/expiry.ts';
import type { LicenceDue } from '#schemas/staff/licence-expiry.ts';
import { useStrings } from '../i18n/strings.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { employeeStrings } from './employee-strings.ts';

export const dueTones: Readonly<Record<Due, Tone | undefined>> = {
  valid: undefined,
  soon: 'warning',
  expired: 'danger',
};

export function LicenceBadge(props: { licence: LicenceDue }): JSX.Element {
  const t = useStrings(employeeStrings);
  const text = () =>
    `${shortClass(props.licence.class, t().classes[props.licence.class])} ${props.licence.expiresOn}`;
  return (
    <Show when={dueTones[props.licence.state]} fallback={text()}>
      {(tone) => (
        <Badge tone={tone()} title={t().due[props.licence.state]}>
          {text()}
        </Badge>
      )}
    </Show>
  );
}

/** In a list the letters of a class are enough. */
export const shortClass = (licenceClass: string, words: string): string =>
  words.startsWith(licenceClass) ? licenceClass : words;
