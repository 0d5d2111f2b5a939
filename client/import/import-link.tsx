// The way from a list to the import of what it lists.
import FileUp from 'lucide-solid/icons/file-up';
import { Show, type JSX } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { LinkButton } from '../ui/button.tsx';
import type { ImportName } from './kind.ts';
import { importStrings } from './strings.ts';

export function ImportLink(props: { collection: ImportName }): JSX.Element {
  const t = useStrings(importStrings);
  const actor = useActor();
  return (
    <Show when={mayEdit(actor, props.collection)}>
      <LinkButton href={`/import/${props.collection}`} icon={FileUp}>
        {t().import}
      </LinkButton>
    </Show>
  );
}
