// The first steps of a new company: what to do, why, and how far it is.
import { useNavigate } from '@solidjs/router';
import Check from 'lucide-solid/icons/check';
import { createEffect, For, Show, type JSX } from 'solid-js';
import { mayRename } from '#schemas/staff/company.ts';
import { useActor } from '../data/session.ts';
import { startPageOf } from '../app/pages.ts';
import { useStrings } from '../i18n/strings.ts';
import { Badge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page, Row } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { useSetup, type Setup } from './setup.ts';
import css from './setup.module.css';
import type { Step } from './steps.ts';
import { CompanyName } from './company-name.tsx';
import { setupStrings } from './strings.ts';

export default function SetupPage(): JSX.Element {
  const t = useStrings(setupStrings);
  const actor = useActor();
  const navigate = useNavigate();
  const setup = useSetup();
  const all = () => setup.steps().length;
  const { isReady } = setup;
  createEffect(() => setup.looked());
  const next = () => setup.steps().find(({ isDone }) => !isDone)?.id;
  const putAway = (): void => {
    setup.putAway();
    navigate(startPageOf(actor));
    toast.info(t().putAwayDone);
  };
  return (
    <Page
      title={t().title}
      description={t().intro}
      actions={
        <Show when={!isReady()}>
          <Button variant="ghost" onClick={putAway}>
            {t().putAway}
          </Button>
        </Show>
      }
    >
      <div class={css.guide}>
        <Show when={mayRename(actor)}>
          <CompanyName />
        </Show>
        <div class={css.progress}>
          <progress class={css.bar} value={setup.done()} max={all()} aria-label={t().title} />
          <span class={css.count} role="status">
            {t().progress(setup.done(), all())}
          </span>
        </div>
        <Show when={isReady()}>
          <Ready />
        </Show>
        <ol class={css.steps}>
          <For each={setup.steps().map(({ id }) => id)}>
            {(id, index) => (
              <Show when={setup.steps()[index()]}>
                {(step) => (
                  <StepCard step={step()} place={index() + 1} isNext={next() === id} setup={setup} />
                )}
              </Show>
            )}
          </For>
        </ol>
      </div>
    </Page>
  );
}

interface StepProps {
  step: Step;
  place: number;
  /** The first that is not done. */
  isNext: boolean;
  setup: Setup;
}

function StepCard(props: StepProps): JSX.Element {
  const t = useStrings(setupStrings);
  const { id } = props.step;
  return (
    <li
      class={css.step}
      data-next={props.isNext ? '' : undefined}
      data-done={props.step.isDone ? '' : undefined}
    >
      <span class={css.mark} aria-hidden="true">
        <Show when={props.step.isDone} fallback={props.place}>
          <Check size={16} />
        </Show>
      </span>
      <div class={css.text}>
        <h2 class={css.name}>
          {t().names[id]}
          <StepBadge {...props} />
        </h2>
        <p class={css.why}>{t().why[id]}</p>
        <Show when={props.step.undriven}>
          <p class={css.lacking}>{t().noDrivers}</p>
        </Show>
        <Show when={props.step.driverless}>
          <p class={css.lacking}>{t().noDriverYet}</p>
        </Show>
      </div>
      <StepActions {...props} />
    </li>
  );
}

function StepBadge(props: StepProps): JSX.Element {
  const t = useStrings(setupStrings);
  return (
    <Show
      when={props.step.isDone}
      fallback={
        <Show when={props.isNext}>
          <Badge tone="info">{t().next}</Badge>
        </Show>
      }
    >
      <Badge tone="success">
        {t().done} · {t().counts[props.step.id](props.step.count)}
      </Badge>
    </Show>
  );
}

const standardPrices = '/catalog?type=price-item';
const importable = ['staff', 'vehicles', 'customers'];

function StepActions(props: StepProps): JSX.Element {
  const t = useStrings(setupStrings);
  const { id } = props.step;
  const isRoles = id === 'roles';
  const variant = () => (props.isNext ? 'primary' : 'secondary');
  return (
    <Row>
      <Show when={props.step.count > 0 && !isRoles}>
        <LinkButton href={`/${id}`} variant="ghost">
          {t().list}
        </LinkButton>
      </Show>
      <Show when={id === 'customers' && !props.setup.isReady()}>
        <LinkButton href={standardPrices} variant="ghost">
          {t().standardPrices}
        </LinkButton>
      </Show>
      <Show when={importable.includes(id)}>
        <LinkButton href={`/import/${id}`} variant="ghost">
          {t().import}
        </LinkButton>
      </Show>
      <LinkButton
        href={isRoles ? '/roles' : `/${id}/new`}
        variant={isRoles || props.step.undriven ? 'secondary' : variant()}
      >
        {t().create[id]}
      </LinkButton>
      <Show when={props.step.undriven}>
        {(vehicle) => (
          <LinkButton href={`/vehicles/${vehicle()}`} variant={variant()}>
            {t().chooseDriver}
          </LinkButton>
        )}
      </Show>
      <Show when={isRoles && !props.step.isDone}>
        <Button variant="primary" onClick={() => props.setup.lookedAtRoles()}>
          {t().rolesFine}
        </Button>
      </Show>
    </Row>
  );
}

function Ready(): JSX.Element {
  const t = useStrings(setupStrings);
  return (
    <Banner
      tone="info"
      title={t().ready}
      action={
        <Row>
          <LinkButton href={standardPrices}>{t().standardPrices}</LinkButton>
          <LinkButton href="/orders">{t().board}</LinkButton>
          <LinkButton href="/orders/new" variant="primary">
            {t().newOrder}
          </LinkButton>
        </Row>
      }
    >
      {t().readyHint}
    </Banner>
  );
}
