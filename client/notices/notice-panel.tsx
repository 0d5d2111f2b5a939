// One notice in full: what can be done with it, what was offered, and what the sender was told.
import { For, Show, type JSX } from 'solid-js';
import type { NoticePlace } from '#schemas/notices/notice.ts';
import type { ShownNotice } from '../data/notices.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import css from '../orders/orders.module.css';
import { useFormat } from '../ui/formatting.tsx';
import { KeyValueList, type KeyValue } from '../ui/key-value-list.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { NoticeBadge } from './columns.tsx';
import { NoticeActions } from './notice-actions.tsx';
import { noticeStrings } from './strings.ts';
import { ToldBack } from './told-back.tsx';

interface Props {
  notice: ShownNotice;
  onNext: () => void;
  onClose: () => void;
}

export function NoticePanel(props: Props): JSX.Element {
  const t = useStrings(noticeStrings);
  const facts = useFacts(() => props.notice);
  const extra = (): KeyValue[] =>
    Object.entries(props.notice.extra ?? {}).map(([label, value]) => ({
      label,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }));
  return (
    <SidePanel
      wide
      title={props.notice.senderNumber}
      titleExtra={<NoticeBadge notice={props.notice} />}
      onClose={() => props.onClose()}
    >
      <div class={css.sections}>
        <NoticeActions notice={props.notice} onNext={() => props.onNext()} />
        <For
          each={[
            { title: t().section.rescue, items: facts() },
            { title: t().section.more, items: extra() },
          ]}
        >
          {(section) => (
            <Show when={section.items.length > 0}>
              <section class={css.section}>
                <h3>{section.title}</h3>
                <KeyValueList items={section.items} />
              </section>
            </Show>
          )}
        </For>
        <ToldBack notice={props.notice} />
      </div>
    </SidePanel>
  );
}

function useFacts(notice: () => ShownNotice): () => KeyValue[] {
  const t = useStrings(noticeStrings);
  const names = useNames();
  const format = useFormat();
  const mapped = (ours: string, theirs: string): string => t().mapped(ours || t().unknownWord, theirs);
  const place = (one: NoticePlace | undefined): string | undefined => {
    if (!one) return undefined;
    return one.lng === undefined ? t().noCoordinates(one.address) : one.address;
  };
  return () => {
    const one = notice();
    const fact = t().fact;
    const all: [label: string, value: string | undefined][] = [
      [fact.contact, `${one.contact.name} ${format.phone(one.contact.phone)}`],
      [fact.requester, [one.requester?.name, one.requester?.phone].filter(Boolean).join(' ')],
      [fact.service, mapped(names.catalog(one.serviceId), one.service)],
      [
        fact.customer,
        one.customer ? mapped(names.customer(one.customerId), one.customer) : names.customer(one.customerId),
      ],
      [fact.plate, one.car.plate],
      [fact.model, [one.car.color, one.car.model].filter(Boolean).join(' ')],
      [fact.vin, one.car.vin],
      [fact.fault, one.fault],
      [fact.pickup, place(one.pickup)],
      [fact.destination, place(one.destination)],
      [fact.scheduledAt, format.dateTime(one.scheduledAt)],
      [fact.note, one.note],
      [fact.received, `${one.senderName} ${format.dateTime(one.receivedAt)}`],
      [fact.reason, one.reason],
      [fact.decided, one.decidedBy && t().by(names.staff(one.decidedBy), format.short(one.decidedAt))],
    ];
    return all.flatMap(([label, value]) => (value ? [{ label, value, wide: true }] : []));
  };
}
