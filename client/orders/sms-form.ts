// What the message dialog holds: template, recipient, and what the order does not say by itself.
import { createMemo, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { compose, valuesOf } from '#schemas/sms/compose.ts';
import { fieldsOf, fill, linkField } from '#schemas/sms/template.ts';
import { useCodeText } from '../app/code-text.ts';
import { useEditingGuard } from '../app/editing.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useCatalog } from '../data/reference.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { useFind } from './find.ts';
import { itemName } from './names.ts';
import { smsStrings } from './sms-strings.ts';
import { usualTemplate } from './usual-template.ts';
import { orderStrings } from './strings.ts';

interface Props {
  readonly order: ProjectedOrder;
  readonly onClose: () => void;
}

export const otherPhone = 'other';
type Recipient = 'contact' | 'requester' | typeof otherPhone;

export type SmsForm = ReturnType<typeof createSms>;

/** Inside a component. */
export function createSms(props: Props) {
  const template = useTemplate(() => props.order);
  const recipient = useRecipient(() => props.order);
  const filling = useFilling(() => props.order, template.body);
  const payload = (): CommandPayload<'send-sms'> => ({
    templateId: template.templateId() ?? '',
    phone: recipient.phone(),
    ...(Object.keys(filling.params()).length > 0 && { params: filling.params() }),
  });
  const isFilled = () =>
    template.templateId() !== undefined && filling.gaps().length === 0 && recipient.phone() !== '';
  const sending = useSending(props, payload, isFilled);
  const isDirty = () => filling.isDirty() || recipient.typedPhone() !== '';
  useEditingGuard(isDirty);
  return { ...template, ...recipient, ...filling, ...sending, isDirty };
}

/** What usually is to be said next comes first; nothing, where nothing would be true yet. */
function useTemplate(order: () => ProjectedOrder) {
  const find = useFind();
  const items = useCatalog('sms-template');
  const usable = createMemo(() => items().filter(({ body }) => body?.trim()));
  const [chosen, setChosen] = createSignal<string>();
  const usual = (): string | undefined => {
    return usualTemplate(order(), usable(), valuesOf(order(), find))?.id;
  };
  const templateId = () => chosen() ?? usual();
  return {
    templates: () => usable().map((item) => ({ value: item.id, label: itemName(item, locale()) })),
    templateId,
    setTemplate: (id: string): void => void setChosen(id),
    body: () => usable().find(({ id }) => id === templateId())?.body ?? '',
  };
}

function useRecipient(order: () => ProjectedOrder) {
  const t = useStrings(smsStrings);
  const format = useFormat();
  const [recipient, setRecipient] = createSignal<Recipient>('contact');
  const [typedPhone, setTypedPhone] = createSignal('');
  const requester = () => order().requester?.phone;
  const recipients = () => {
    const { contact } = order();
    const phone = requester();
    return [
      { value: 'contact' as Recipient, label: t().contact(contact.name, format.phone(contact.phone)) },
      ...(phone && phone !== contact.phone
        ? [
            {
              value: 'requester' as Recipient,
              label: t().requester(order().requester?.name ?? '', format.phone(phone)),
            },
          ]
        : []),
      { value: otherPhone as Recipient, label: t().other },
    ];
  };
  const phone = (): string => {
    if (recipient() === 'requester') return requester() ?? '';
    return recipient() === 'contact' ? order().contact.phone : typedPhone().trim();
  };
  return { recipient, setRecipient, recipients, typedPhone, setTypedPhone, phone };
}

/** The fields that the order does not fill, and the text as far as it is. */
function useFilling(order: () => ProjectedOrder, body: () => string) {
  const t = useStrings(smsStrings);
  const format = useFormat();
  const find = useFind();
  const [typed, setTyped] = createStore<Record<string, string>>({});
  const values = createMemo(() => valuesOf(order(), find));
  const openFields = createMemo(() =>
    fieldsOf(body()).filter((name) => name !== linkField && !Object.hasOwn(values(), name)),
  );
  const proposed = (name: string): string => {
    const { scheduledAt } = order();
    return name === 'time' && scheduledAt ? format.dateTime(scheduledAt) : '';
  };
  const paramOf = (name: string): string => typed[name] ?? proposed(name);
  const params = (): Record<string, string> =>
    Object.fromEntries(
      openFields().flatMap((name) => (paramOf(name).trim() ? [[name, paramOf(name).trim()]] : [])),
    );
  const labelOf = (name: string): string =>
    Object.entries(t().field).find(([known]) => known === name)?.[1] ?? name;
  return {
    openFields,
    paramOf,
    setParam: (name: string, value: string): void => setTyped(name, value),
    params,
    labelOf,
    gaps: () => openFields().filter((name) => !paramOf(name).trim()),
    isDirty: () => Object.values(typed).some((value) => value.trim()),
    /** A gap shows as the field's name, so that one sees where it will stand. */
    preview: (): string => {
      const shown = openFields().map(
        (name) => [name, paramOf(name).trim() || `〔${labelOf(name)}〕`] as const,
      );
      return fill(body(), { ...values(), ...Object.fromEntries(shown) });
    },
  };
}

function useSending(props: Props, payload: () => CommandPayload<'send-sms'>, isFilled: () => boolean) {
  const t = useStrings(smsStrings);
  const words = useStrings(orderStrings);
  const text = useCodeText();
  const find = useFind();
  const { issue } = useCommands();
  const { online } = useSync();
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy() || !isFilled()) return;
    const composed = compose(props.order, payload(), find);
    if (!composed.ok) return void setError(text(composed.error.code));
    setBusy(true);
    const issued = await issue('send-sms', props.order.id, payload());
    setBusy(false);
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(t().done, online() ? {} : { detail: words().done.offline });
    props.onClose();
  };
  return { tried, busy, error, submit };
}
