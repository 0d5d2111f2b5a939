// One rate in a line: for what, since when, and the prices that matter most.
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { Show, type JSX } from 'solid-js';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useToday } from '../records/today.ts';
import { StatusBadge } from '../ui/badge.tsx';
import type { Entered } from '../ui/form/form.ts';
import { useFormat } from '../ui/formatting.tsx';
import css from './customers.module.css';
import { customerStrings } from './strings.ts';

type Standing = 'unsaved' | 'coming' | 'valid' | 'past';
const tones = { unsaved: 'warning', coming: 'info', valid: 'success', past: 'neutral' } as const;

export function RateSummary(props: {
  /** As far as it is entered. */
  card: Entered<RateCard>;
  /** No rate of this customer names a service. */
  isForAll: boolean;
  /** What is not saved counts for no order. */
  isSaved: boolean;
  isOpen: boolean;
  onToggle: () => void;
}): JSX.Element {
  const t = useStrings(customerStrings);
  const names = useNames();
  const format = useFormat();
  const today = useToday();
  const unnamed = () => (props.isForAll ? t().allServices : t().otherServices);
  const services = () =>
    (props.card.serviceIds ?? []).map(names.catalog).join(t().listSeparator) || unnamed();
  const standing = (): Standing => (props.isSaved ? standingOf(props.card, today()) : 'unsaved');
  const prices = () =>
    t().priceLine(
      format.money(props.card.startFen ?? 0),
      props.card.includedKm ?? 0,
      format.money(props.card.kmFen?.tow ?? 0),
    );
  // Which one is open stands in the model, so that a new one opens by itself.
  const toggle = (event: Event): void => {
    event.preventDefault();
    props.onToggle();
  };
  return (
    <summary class={css.rateHead} onClick={toggle}>
      <Show when={props.isOpen} fallback={<ChevronRight size={16} aria-hidden="true" />}>
        <ChevronDown size={16} aria-hidden="true" />
      </Show>
      <span class={css.rateName}>{services()}</span>
      <span class={css.quiet}>{t().version(props.card.version ?? 1)}</span>
      <span class={css.quiet}>{t().validity(props.card.validFrom ?? '—', props.card.validUntil ?? '')}</span>
      <span class={css.ratePrices}>{prices()}</span>
      <StatusBadge tone={tones[standing()]}>{t().standings[standing()]}</StatusBadge>
    </summary>
  );
}

function standingOf(
  { validFrom = '', validUntil }: Entered<RateCard>,
  today: string,
): Exclude<Standing, 'unsaved'> {
  if (validFrom > today) return 'coming';
  return validUntil !== undefined && validUntil < today ? 'past' : 'valid';
}
