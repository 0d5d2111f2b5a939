// What comes next, on the page of what was saved while a company is being set up: it stays when the toast has gone.
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { Show, type JSX } from 'solid-js';
import { LinkButton } from '../ui/button.tsx';
import { useNextStep } from './next-step.ts';

export function NextStepLink(props: { at: string }): JSX.Element {
  const next = useNextStep(props.at);
  return (
    <Show when={next()}>
      {(step) => (
        <LinkButton href={step().href} icon={ArrowRight}>
          {step().label}
        </LinkButton>
      )}
    </Show>
  );
}
