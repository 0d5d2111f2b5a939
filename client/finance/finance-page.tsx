// Which desk an address means.
import { Navigate, useParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useActor } from '../data/session.ts';
import { DeskPage } from './desk-page.tsx';
import { deskNames, desks, firstDesk } from './desks.ts';

export default function FinancePage(): JSX.Element {
  const params = useParams<{ desk?: string }>();
  const actor = useActor();
  const desk = () => {
    const name = deskNames.find((one) => one === params.desk);
    return name && desks[name];
  };
  return (
    <Show when={desk()} keyed fallback={<Navigate href={firstDesk(actor).href} />}>
      {(one) => <DeskPage desk={one} />}
    </Show>
  );
}
