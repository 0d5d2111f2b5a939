// What every list of the books has: asking again, and what stands there when no answer came.
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import type { JSX } from 'solid-js';
import type { AnswerState } from '../data/answer.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { accountStrings } from './strings.ts';

export function Refresh(props: { onRefresh: () => void }): JSX.Element {
  const t = useStrings(accountStrings);
  return (
    <Button icon={RefreshCw} onClick={() => props.onRefresh()}>
      {t().refresh}
    </Button>
  );
}

export function Failure(props: { state: AnswerState; onRetry: () => void }): JSX.Element {
  const t = useStrings(accountStrings);
  return (
    <ErrorState
      title={props.state === 'offline' ? t().offline : t().refused}
      onRetry={() => props.onRetry()}
    />
  );
}
