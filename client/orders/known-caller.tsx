// One quiet line under what a caller is known by: who it was before, and by one press or key what need not be asked
// again. Its place is kept free, so that nothing moves under the pointer when it comes.
import { createMemo, Show, type JSX } from 'solid-js';
import { serves } from '#schemas/staff/permissions.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/states.tsx';
import type { Draft } from './draft.ts';
import type { FormState } from './form-state.ts';
import { formStrings } from './form-strings.ts';
import css from './form.module.css';
import { filledFrom, knownCallers, type KnownCaller } from './known-callers.ts';
import { useNames } from './names.ts';
import orders from './orders.module.css';
import { useEarlierOrders } from './use-earlier-orders.ts';

interface Shown {
  readonly caller: KnownCaller<ProjectedOrder>;
  readonly fill: Partial<Draft>;
}

export interface CallerKnown {
  readonly shown: () => Shown | undefined;
  /** @returns whether there was anything to fill in */
  fillIn(): boolean;
}

/** Of several the first that still has something to say. */
export function createCallerKnown(form: FormState): CallerKnown {
  const actor = useActor();
  const customers = useReferenceMap('customers');
  const earlier = useEarlierOrders(form.draft);
  const isOffered = (id: string): boolean => {
    const customer = customers().get(id);
    return customer !== undefined && !customer.disabled && serves(actor, customer.outletIds);
  };
  const shown = createMemo(() => {
    const known = knownCallers(form.draft(), earlier()).map((caller): Shown => {
      return { caller, fill: filledFrom(form.draft(), caller.order, isOffered) };
    });
    return known.find(({ fill }) => Object.keys(fill).length > 0) ?? known[0];
  });
  return {
    shown,
    fillIn: () => {
      const fill = shown()?.fill ?? {};
      form.change(fill);
      return Object.keys(fill).length > 0;
    },
  };
}

export function KnownCallerLine(props: { known: CallerKnown }): JSX.Element {
  const t = useStrings(formStrings);
  const names = useNames();
  const text = ({ order, times }: KnownCaller<ProjectedOrder>): string => {
    const { contact, car, customerId } = order;
    const described = [car.model, car.color].filter(Boolean).join(' ') || car.plate;
    return t().known.before(contact.name, described, names.customer(customerId), times);
  };
  const hasMore = (shown: Shown) => Object.keys(shown.fill).length > 0;
  return (
    <div class={css.known} role="status" data-known-caller="">
      <Show when={props.known.shown()}>
        {(shown) => (
          <>
            <span title={text(shown().caller)}>{text(shown().caller)}</span>
            <Show when={hasMore(shown())}>
              <Button
                size="small"
                variant="ghost"
                aria-keyshortcuts="Alt+Enter"
                onClick={() => props.known.fillIn()}
              >
                <span class={orders.keyed}>
                  {t().known.fill}
                  <span class={orders.key} aria-hidden="true">
                    <Kbd>Alt ⏎</Kbd>
                  </span>
                </span>
              </Button>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
