// What happened to an order, the latest first: who, when by which clock, and what was said about it.
import MapPin from 'lucide-solid/icons/map-pin';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { wasAsked } from '#schemas/orders/decide.ts';
import type { TimelineEntry } from '#schemas/orders/order.ts';
import { linkField } from '#schemas/sms/template.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { Device } from '../history/device.tsx';
import { useStrings } from '../i18n/strings.ts';
import type { Tone } from '../ui/badge.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { usePhotoLines } from '../photos/timeline-words.ts';
import { Timeline, type TimelineItem } from '../ui/timeline.tsx';
import { useChangeWords, type ChangeWords } from './changes.ts';
import { writeCoordinates } from './coordinates.ts';
import { useNames } from './names.ts';
import css from './orders.module.css';
import { orderStrings, type OrderStrings } from './strings.ts';
import { clocksDiffer, inRuns, isRedispatch, type Run } from './timeline-lines.ts';

export interface OrderTimelineProps {
  order: ProjectedOrder;
  /** Which device each entry came from, where that is known. */
  devices?: Readonly<Record<string, string>> | undefined;
  /** Shows the entry's place on the map beside it. */
  onPlace?: ((entryId: string) => void) | undefined;
}

export function OrderTimeline(props: OrderTimelineProps): JSX.Element {
  const t = useStrings(orderStrings);
  const sync = useSync();
  const waiting = createMemo(() => new Set(sync.unsent().map(({ id }) => id)));
  const items = createMemo(() =>
    inRuns(props.order.timeline.filter(({ type }) => type !== 'report-sms'))
      .map((run) => itemOf(run, props, t, () => run.entries.some(({ id }) => waiting().has(id))))
      .reverse(),
  );
  return (
    <section class={css.section}>
      <h3>{t().section.timeline}</h3>
      <Timeline label={t().section.timeline} items={items()} />
    </section>
  );
}

function itemOf(
  { entry, entries }: Run,
  props: OrderTimelineProps,
  t: () => OrderStrings,
  isWaiting: () => boolean,
): TimelineItem {
  return {
    id: entry.id,
    get title() {
      return isRedispatch(entry, props.order.timeline) ? t().redispatch : entryTitle(entry.type, t());
    },
    get time() {
      return <Time iso={entry.recordedAt} />;
    },
    get detail() {
      const { devices, onPlace, order } = props;
      const isDriver = (id: string): boolean => wasAsked(order, id);
      return <Detail {...{ entry, entries, devices, onPlace, isDriver }} />;
    },
    tone: toneOf(entry),
    get pending() {
      return isWaiting();
    },
  };
}

/** A type that a newer version recorded stands under its own name. */
export function entryTitle(type: string, { entry }: OrderStrings): string {
  return isKnown(type, entry) ? entry[type] : type;
}

const isKnown = <Known extends object>(key: string, known: Known): key is Extract<keyof Known, string> =>
  Object.hasOwn(known, key);

const tones: Record<string, Tone> = {
  complete: 'success',
  'confirm-result': 'success',
  rate: 'info',
  'repair-order': 'warning',
  void: 'neutral',
  'empty-run': 'neutral',
  dispatch: 'info',
  recall: 'warning',
  accept: 'info',
  decline: 'warning',
  offer: 'info',
  'withdraw-offer': 'neutral',
  depart: 'progress',
  arrive: 'progress',
  'start-work': 'progress',
  load: 'progress',
  'reach-destination': 'progress',
};

const toneOf = ({ type, flag }: TimelineEntry): Tone => (flag ? 'danger' : (tones[type] ?? 'neutral'));

interface DetailProps extends Pick<OrderTimelineProps, 'devices' | 'onPlace'> {
  entry: TimelineEntry;
  entries: readonly TimelineEntry[];
  isDriver: (staffId: string) => boolean;
}

function Detail(props: DetailProps): JSX.Element {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  const lines = useLines(() => props.entry);
  const photoLines = usePhotoLines(() => props.entries);
  // Outsiders come through the server, which says so in place of a device.
  const device = () => (isKnown(props.entry.by, t().outsider) ? undefined : props.devices?.[props.entry.id]);
  return (
    <div class={css.entry}>
      <span>
        {names.staff(props.entry.by)}
        <Show when={device()}>
          {(id) => (
            <span class={css.device}>
              <Device id={id()} ofDriver={props.isDriver(props.entry.by)} />
            </span>
          )}
        </Show>
      </span>
      <For each={[...photoLines(), ...lines()]}>{(line) => <span>{line}</span>}</For>
      <Show when={props.onPlace && props.entry.position}>
        {(position) => (
          <button type="button" class={css.place} onClick={() => props.onPlace?.(props.entry.id)}>
            <MapPin size={12} /> {writeCoordinates(position())}
          </button>
        )}
      </Show>
      <Show when={props.entry.flag}>
        {(flag) => (
          <span class={css.flag}>
            <TriangleAlert size={13} /> {t().attention[flag()].text}
          </span>
        )}
      </Show>
      <Show when={clocksDiffer(props.entry)}>
        <span class={css.sub}>
          {t().twoClocks(format.dateTime(props.entry.at), format.dateTime(props.entry.recordedAt))}
        </span>
      </Show>
    </div>
  );
}

/** Everything else that was recorded, one line for each. */
function useLines(entry: () => TimelineEntry): () => readonly string[] {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  const changeWords = useChangeWords();
  const line = <Value,>(value: Value | undefined, say: (value: Value) => string): string[] =>
    value === undefined || value === '' ? [] : [say(value)];
  const listed = <Each,>(each: readonly Each[] = [], say: (one: Each) => string): string =>
    each.map(say).join(t().listSeparator);
  return () => {
    const { vehicleId, driverId, changed, reason, note, mileageKm, odometerKm } = entry();
    const { collectedFen, amountFen, receivedFen, changes, phone, text } = entry();
    const { returnRemark, outcome, stars, comment, to, until, extras, outlays } = entry();
    if (changes) return [...changes.map(changeWords).map(changeLine(t())), ...line(reason, t().reasonIs)];
    return [
      ...(to ?? []).map((each) => t().to(names.vehicle(each.vehicleId), names.staff(each.driverId))),
      ...line(until, (at) => t().offeredUntil(format.short(at))),
      ...line(vehicleId, (id) => t().to(names.vehicle(id), names.staff(driverId))),
      ...line(changed, (fields) => t().changed(fields.map(fieldName(t())).join(t().listSeparator))),
      ...line(reason, t().reasonIs),
      ...line(mileageKm, t().mileageIs),
      ...line(odometerKm, t().odometerIs),
      ...line(collectedFen, (fen) => t().collectedIs(format.money(fen))),
      ...line(
        listed(extras, ({ item, quantity }) => t().times(names.catalog(item), quantity)),
        t().extrasAre,
      ),
      ...line(
        listed(outlays, ({ item, amountFen: fen }) => t().costing(names.catalog(item), format.money(fen))),
        t().outlaysAre,
      ),
      ...line(amountFen, (fen) => t().amountIs(format.money(fen))),
      ...line(receivedFen, (fen) => t().receivedIs(format.money(fen))),
      ...line(note, t().noteIs),
      ...line(phone, (number) => t().sentTo(format.phone(number))),
      ...line(text, (message) => message.replaceAll(`{${linkField}}`, t().linkHere)),
      ...line(stars, (count) => t().opinionIs(t().stars(count), comment ?? '')),
      ...line(outcome, t().outcomeIs),
      ...line(returnRemark, t().remarkIs),
    ];
  };
}

const changeLine =
  (t: OrderStrings) =>
  ({ field, before, after }: ChangeWords): string =>
    t.changeIs(field, before, after);

const fieldName =
  ({ field }: OrderStrings) =>
  (name: string): string =>
    isKnown(name, field) ? field[name] : name;
