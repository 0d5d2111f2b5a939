// A password that is to be: how good it is while it is typed, and for somebody else one made up.
import { createSignal, Show, type JSX } from 'solid-js';
import { faultsInPassword, type PasswordContext, type PasswordFault } from '#schemas/staff/password.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { PasswordField, StrengthMeter } from '../ui/password-field.tsx';
import { Row } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { strengthOf, suggestPassword } from './password-strength.ts';
import { passwordStrings } from './password-strings.ts';

interface Props extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  context: PasswordContext;
  hint: string;
  /** It is for somebody else, who has to be told. */
  suggests?: boolean | undefined;
  disabled?: boolean | undefined;
  onEnter?: (() => void) | undefined;
}

export function NewPasswordField(props: Props): JSX.Element {
  const t = useStrings(passwordStrings);
  const words = useFaultWords();
  const [madeUp, setMadeUp] = createSignal<string>();
  const isMadeUp = () => props.value !== '' && props.value === madeUp();
  const suggest = (): void => {
    props.onInput(setMadeUp(suggestPassword(props.context)));
  };
  const faults = () => faultsInPassword(props.value, props.context);
  const verdict = () => {
    const score = strengthOf(props.value, props.context);
    return { score, text: score > 0 ? (t().strength[score] ?? '') : words(faults()) };
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(props.value);
    toast.success(t().copied);
  };
  return (
    <div>
      <PasswordField
        {...props}
        autocomplete="new-password"
        visible={isMadeUp()}
        description={isMadeUp() ? t().tellIt : props.value === '' ? props.hint : undefined}
        meter={
          <Show when={props.value !== '' && verdict().text !== props.error}>
            <StrengthMeter {...verdict()} />
          </Show>
        }
      />
      <Show when={props.suggests && !props.disabled}>
        <Row>
          <Button size="small" onClick={suggest}>
            {t().suggest}
          </Button>
          <Show when={props.value !== ''}>
            <Button size="small" variant="ghost" onClick={() => void copy()}>
              {t().copy}
            </Button>
          </Show>
        </Row>
      </Show>
    </div>
  );
}

/** Why a password will not do, for its field; undefined: it will. */
export function usePasswordProblem(): (password: string, context: PasswordContext) => string | undefined {
  const words = useFaultWords();
  return (password, context) => words(faultsInPassword(password, context)) || undefined;
}

/** The gravest is enough to go on with. */
function useFaultWords(): (faults: readonly PasswordFault[]) => string {
  const t = useStrings(passwordStrings);
  return ([gravest]) => (gravest === undefined ? '' : t().faults[gravest]);
}
