// 合同價: what a customer pays for each service, by validity. A rate that has begun is looked at, ended, or
// followed by another version; only one that is still to come is edited.
import Plus from 'lucide-solid/icons/plus';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import { hasBegun } from '#schemas/finance/rate-validity.ts';
import { useCommands } from '../data/commands.ts';
import { useStrings } from '../i18n/strings.ts';
import { useToday } from '../records/knowledge.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { CustomerForm } from './customer-cards.tsx';
import css from './customers.module.css';
import { RateFields } from './rate-fields.tsx';
import { RateSummary } from './rate-summary.tsx';
import { customerStrings } from './strings.ts';

interface Props {
  form: CustomerForm;
  /** As they are saved: of these some have begun. */
  stored: readonly RateCard[];
  mayEdit: boolean;
}

export function RatesCard(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const rates = useRates(props);
  return (
    <Card
      title={t().rates}
      actions={
        <Show when={props.mayEdit}>
          <Button size="small" icon={Plus} onClick={rates.add}>
            {t().addRate}
          </Button>
        </Show>
      }
    >
      <Show when={props.form.error('rateCards')}>
        {(error) => (
          <p class={css.wrong} role="alert">
            {error()}
          </p>
        )}
      </Show>
      <For each={rates.order()} fallback={<p class={css.quiet}>{t().noRates}</p>}>
        {(index) => (
          <RateRow
            form={props.form}
            index={index}
            isOpen={rates.openIndex() === index}
            isBegun={rates.isBegun(index)}
            mayEdit={props.mayEdit}
            onToggle={() => rates.toggle(index)}
            onFollow={() => rates.follow(index)}
            onRemove={() => rates.remove(index)}
          />
        )}
      </For>
    </Card>
  );
}

interface RowProps {
  form: CustomerForm;
  index: number;
  isOpen: boolean;
  isBegun: boolean;
  mayEdit: boolean;
  onToggle: () => void;
  onFollow: () => void;
  onRemove: () => void;
}

function RateRow(props: RowProps): JSX.Element {
  const t = useStrings(customerStrings);
  const card = () => props.form.values.rateCards?.[props.index];
  return (
    <section class={css.rate} aria-label={t().rateNumber(props.index + 1)}>
      <Show when={card()}>
        {(found) => <RateSummary card={found()} isOpen={props.isOpen} onToggle={() => props.onToggle()} />}
      </Show>
      <Show when={props.isOpen}>
        <div class={css.rateBody}>
          <RateFields form={props.form} index={props.index} isBegun={props.isBegun} />
          <Show when={props.mayEdit}>
            <div class={css.rateActions}>
              <Button size="small" onClick={() => props.onFollow()}>
                {t().newVersion}
              </Button>
              <Button
                size="small"
                disabledReason={props.isBegun ? t().begunStays : undefined}
                onClick={() => props.onRemove()}
              >
                {t().removeRate}
              </Button>
            </div>
          </Show>
        </div>
      </Show>
    </section>
  );
}

function useRates(props: Props) {
  const today = useToday();
  const { newId } = useCommands();
  const rows = props.form.rows('rateCards');
  const [openIndex, setOpenIndex] = createSignal<number>();
  const at = (index: number) => props.form.values.rateCards?.[index];
  const isBegun = (index: number): boolean => {
    const stored = props.stored.find(({ id }) => id === at(index)?.id);
    return stored !== undefined && hasBegun(stored, today());
  };
  const put = (card: RateCard): void => {
    rows.add(card);
    setOpenIndex(rows.items().length - 1);
  };
  return {
    openIndex,
    isBegun,
    order: createMemo(() => newestFirst(rows.items().map((card) => card.validFrom ?? ''))),
    toggle: (index: number) => setOpenIndex((open) => (open === index ? undefined : index)),
    add: () => put({ ...blankRate(today()), id: newId() }),
    follow: (index: number): void => {
      const before = at(index);
      if (before) put(nextVersion(JSON.parse(JSON.stringify(before)) as RateCard, newId(), today()));
    },
    remove: (index: number): void => {
      setOpenIndex(undefined);
      rows.remove(index);
    },
  };
}

/** Where each stands in the form, the later valid ones first. */
function newestFirst(days: readonly string[]): number[] {
  const indexes = days.map((_, index) => index);
  return indexes.sort((a, b) => ((days[a] ?? '') < (days[b] ?? '') ? 1 : -1));
}

const blankRate = (today: string): Omit<RateCard, 'id'> => ({
  ...{ serviceIds: [], version: 1, validFrom: today, extras: [], tolls: 'at-cost' },
  ...{ startFen: 0, includedKm: 0, emptyRunFen: 0, kmFen: { out: 0, tow: 0, back: 0, empty: 0 } },
});

/** The same prices again, to be changed, from tomorrow on. */
function nextVersion({ validUntil: _, ...card }: RateCard, id: string, today: string): RateCard {
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { ...card, id, version: card.version + 1, validFrom: tomorrow };
}
