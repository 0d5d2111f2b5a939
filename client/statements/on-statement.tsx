// That an order is settled by a statement, and the way there.
import { useNavigate } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useStatementMap } from '../data/statements.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { statementStrings } from './strings.ts';

export function OnStatement(props: { id: string }): JSX.Element {
  const t = useStrings(statementStrings);
  const statements = useStatementMap();
  const navigate = useNavigate();
  return (
    <Banner
      tone="info"
      action={
        <Button size="small" onClick={() => navigate(`/finance/statements/${props.id}`)}>
          {t().open}
        </Button>
      }
    >
      {t().onStatement(statements().get(props.id)?.name ?? '')}
    </Banner>
  );
}
