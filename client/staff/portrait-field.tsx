// The picture of an employee: shown, and in the form chosen, taken with a phone's camera, and removed.
import Camera from 'lucide-solid/icons/camera';
import ImagePlus from 'lucide-solid/icons/image-plus';
import Trash from 'lucide-solid/icons/trash';
import UserRound from 'lucide-solid/icons/user-round';
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { FileButton } from '../photos/file-button.tsx';
import { fieldStrings } from '../sync/field-strings.ts';
import { Button } from '../ui/button.tsx';
import { FieldNotes } from '../ui/field.tsx';
import type { BoundValue } from '../ui/form/types.ts';
import { createMedia } from '../ui/media.ts';
import { Row, Stack } from '../ui/page.tsx';
import css from './employee.module.css';
import { portraitKinds, portraitOf } from './portrait.ts';
import { privateStrings } from './private-strings.ts';

export function Portrait(props: { photo: string | undefined; name: string }): JSX.Element {
  const t = useStrings(privateStrings);
  return (
    <Show
      when={props.photo}
      fallback={
        <div class={css.portrait} role="img" aria-label={t().noPortrait}>
          <UserRound size={40} strokeWidth={1.25} />
        </div>
      }
    >
      {(photo) => <img class={css.portrait} src={photo()} alt={t().portraitOf(props.name)} />}
    </Show>
  );
}

export function PortraitField(props: { field: BoundValue<string>; name: string }): JSX.Element {
  const t = useStrings(privateStrings);
  const labels = useStrings(fieldStrings);
  const id = createUniqueId();
  const hasCamera = createMedia('(pointer: coarse)');
  const [problem, setProblem] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const put = (photo: string | null): void => {
    setProblem();
    props.field.onChange(photo);
  };
  const use = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    setBusy(true);
    const portrait = await portraitOf(file);
    setBusy(false);
    if (portrait.ok) put(portrait.value);
    else setProblem(t().unusable[portrait.error](file.name));
  };
  const choose = () => (props.field.value ? t().replacePortrait : t().choosePortrait);
  const notes = () => ({
    description: t().portraitHint,
    error: problem() ?? props.field.error,
    other: props.field.other,
  });
  return (
    <div
      class={css.portraitField}
      role="group"
      aria-label={props.field.label}
      aria-describedby={`${id}-description ${id}-error`}
      data-path={props.field.path}
    >
      <Portrait photo={props.field.value ?? undefined} name={props.name} />
      <Stack gap="small">
        <Row>
          <FileButton
            label={choose()}
            text={choose()}
            icon={ImagePlus}
            accept={portraitKinds}
            busy={busy()}
            onFiles={(files) => void use(files)}
          />
          <Show when={hasCamera()}>
            <FileButton
              camera
              label={t().takePortrait}
              text={t().takePortrait}
              icon={Camera}
              busy={busy()}
              onFiles={(files) => void use(files)}
            />
          </Show>
          <Show when={props.field.value}>
            <Button variant="ghost" icon={Trash} onClick={() => put(null)}>
              {t().removePortrait}
            </Button>
          </Show>
        </Row>
        <FieldNotes id={id} field={notes()} writeOther={(value) => (value ? labels().photo : '')} />
      </Stack>
    </div>
  );
}
