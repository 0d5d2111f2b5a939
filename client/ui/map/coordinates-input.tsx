// Coordinates in words: typed or pasted in the system one has them in, and told in WGS-84.
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Select } from '../select.tsx';
import { TextField } from '../text-field.tsx';
import {
  isInChina,
  problemIn,
  readCoordinates,
  roundPoint,
  writeCoordinates,
  type ToldProblem,
} from './coordinates.ts';
import css from './map.module.css';
import { useRememberedSystem } from './remembered-system.ts';
import { mapStrings, type MapStrings } from './strings.ts';
import { coordinateSystems, fromWgs84, type CoordinateSystem, type LngLat } from './systems.ts';

interface Props {
  value: LngLat | null;
  /** @param problem why what stands there is no point; the value is the one from before then */
  onChange: (value: LngLat | null, problem?: string) => void;
  required?: boolean | undefined;
  error?: string | undefined;
}

export function CoordinatesInput(props: Props): JSX.Element {
  const t = useStrings(mapStrings);
  const entry = createEntry(props, (problem) => wordsOf(problem, t()));
  const options = () => coordinateSystems.map((value) => ({ value, label: t().systems[value] }));
  return (
    <>
      <div class={css.inputs}>
        <TextField
          label={t().coordinates}
          required={props.required}
          placeholder={t().coordinatesHint}
          description={t().coordinatesAbout}
          value={entry.text()}
          onInput={entry.type}
          onBlur={entry.leave}
          error={props.error ?? (entry.left() ? wordsOf(problemIn(entry.text()), t()) : undefined)}
        />
        <Select
          label={t().system}
          options={options()}
          description={t().systemAbout}
          value={entry.system()}
          onChange={(system) => system && entry.choose(system)}
        />
      </div>
      <Show when={entry.system() !== 'wgs84' && props.value}>
        {(point) => <p class={css.says}>{t().converted(writeCoordinates(point()))}</p>}
      </Show>
      <Show when={props.value && !isInChina(props.value)}>
        <p class={css.wrong} role="status">
          {t().abroad}
        </p>
      </Show>
    </>
  );
}

/** The text stays as it is typed; a point that comes from elsewhere is written in the chosen system. */
function createEntry(props: Props, wordsOf: (problem: ToldProblem | undefined) => string | undefined) {
  const remembered = useRememberedSystem();
  const [system, setSystem] = createSignal(remembered.read());
  const [left, setLeft] = createSignal(false);
  const written = (point: LngLat | null) => (point ? writeCoordinates(fromWgs84(point, system())) : '');
  const [text, setText] = createSignal(written(props.value));
  let told: LngLat | null = props.value;
  const tell = (point: LngLat | null): void => {
    told = point;
    props.onChange(point);
  };
  createEffect(
    on(
      () => props.value,
      (point) => {
        if (isSame(point, told)) return;
        told = point;
        setText(written(point));
      },
      { defer: true },
    ),
  );
  const take = (typed: string, assumed: CoordinateSystem): void => {
    setText(typed);
    const read = readCoordinates(typed, assumed);
    setSystem('problem' in read ? assumed : read.system);
    if (!('problem' in read)) tell(roundPoint(read.point));
    else if (read.problem === 'empty') tell(null);
    else props.onChange(props.value, wordsOf(problemIn(typed)));
  };
  return {
    ...{ system, text, left },
    type: (typed: string): void => {
      setLeft(false);
      take(typed, system());
    },
    choose: (next: CoordinateSystem): void => {
      remembered.keep(next);
      take(text(), next);
    },
    // A link is replaced by the numbers that were found in it.
    leave: (): void => {
      setLeft(true);
      const problem = problemIn(text());
      if (problem === undefined || problem === 'empty') setText(written(props.value));
    },
  };
}

const isSame = (a: LngLat | null, b: LngLat | null): boolean => a?.lng === b?.lng && a?.lat === b?.lat;

function wordsOf(problem: ToldProblem | undefined, t: MapStrings): string | undefined {
  if (problem === undefined || problem === 'empty') return undefined;
  const words: Record<Exclude<ToldProblem, 'empty'>, string> = {
    unreadable: t.unreadable,
    'out-of-range': t.outOfRange,
    'short-link': t.shortLink,
    'bare-link': t.bareLink,
  };
  return words[problem];
}
