// The messages about an order, the latest first, and how far each has come.
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import Clock from 'lucide-solid/icons/clock';
import Send from 'lucide-solid/icons/send';
import { createMemo, For, Show, type JSX } from 'solid-js';
import type { MessageState } from '#schemas/orders/order.ts';
import { messagesOf } from '#schemas/sms/messages.ts';
import { linkField } from '#schemas/sms/template.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import type { IconComponent } from '../ui/icon.ts';
import css from './orders.module.css';
import smsCss from './sms.module.css';
import { orderStrings } from './strings.ts';

const looks: Record<MessageState, { readonly tone: Tone; readonly icon: IconComponent }> = {
  queued: { tone: 'neutral', icon: Clock },
  unknown: { tone: 'warning', icon: CircleHelp },
  sent: { tone: 'info', icon: Send },
  failed: { tone: 'danger', icon: CircleX },
  delivered: { tone: 'success', icon: CircleCheck },
};

/** Nothing as long as nothing was sent. */
export function MessagesSection(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const format = useFormat();
  const messages = createMemo(() => messagesOf(props.order).reverse());
  return (
    <Show when={messages().length > 0}>
      <section class={css.section}>
        <h3>{t().section.messages}</h3>
        <ul class={smsCss.messages}>
          <For each={messages()}>
            {(message) => (
              <li>
                <div class={smsCss.head}>
                  <StatusBadge {...looks[message.state]} title={message.code}>
                    {t().messageState[message.state]}
                  </StatusBadge>
                  <span>{format.phone(message.phone)}</span>
                  <Show when={message.code}>{(code) => <span class={css.sub}>{code()}</span>}</Show>
                  <span class={smsCss.when}>
                    <Time iso={message.at} />
                  </span>
                </div>
                <p class={smsCss.bubble}>{message.text.replaceAll(`{${linkField}}`, t().linkHere)}</p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
