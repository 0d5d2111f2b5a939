// Notices for components: as the server last told them, with what was decided here and is not at the server yet.
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';
import type { Notice } from '#schemas/notices/notice.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { converted, refused } from '#schemas/notices/decide.ts';
import { useData, useSubject } from './context.ts';
import { isUnsent } from './projection.ts';

/** `unsent`: it was decided here, and the server does not know yet. */
export type ShownNotice = Notice & { readonly unsent: boolean };

/** The latest first. */
export function useNotices(): Accessor<readonly ShownNotice[]> {
  const { actor, log, references } = useData();
  const stored = useSubject(references.notices);
  const [commands, setCommands] = createSignal<readonly CommandDocument[]>([]);
  const subscription = log.active$.subscribe((active) => setCommands(active));
  onCleanup(() => subscription.unsubscribe());
  return createMemo(() => [...stored().values()].map((notice) => withOwn(notice, commands(), actor.id)));
}

const shown = new WeakMap<Notice, ShownNotice>();

/** The same object as before for a notice about which nothing was decided here. Pure but for that memory. */
export function withOwn(notice: Notice, commands: readonly CommandDocument[], by: string): ShownNotice {
  const command = notice.state === 'new' ? commands.find((each) => isAbout(each, notice)) : undefined;
  if (command) return decidedBy(notice, command, by);
  const known = shown.get(notice) ?? { ...notice, unsent: false };
  shown.set(notice, known);
  return known;
}

const isAbout = ({ type, orderId, payload }: CommandDocument, { id }: Notice): boolean =>
  type === 'refuse-notice' ? orderId === id : 'noticeId' in payload && payload.noticeId === id;

function decidedBy(notice: Notice, document: CommandDocument, by: string): ShownNotice {
  const command = parseCommand(document);
  const deed = { by, at: document.at };
  const decided =
    command.ok && command.value.type === 'refuse-notice'
      ? refused(notice, command.value.payload.reason, deed)
      : converted(notice, document.orderId, deed);
  return { ...decided, unsent: isUnsent(document) };
}
