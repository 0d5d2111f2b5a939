// A button that lets a person choose files, or takes a picture where there is a camera.
import type { JSX } from 'solid-js';
import { Button, IconButton } from '../ui/button.tsx';
import type { IconComponent } from '../ui/icon.ts';

interface FileButtonProps {
  /** Its name; shown where there is no `text`. */
  readonly label: string;
  readonly text?: string;
  readonly icon: IconComponent;
  readonly camera?: boolean;
  /** What else than any photo may be chosen, one at a time. */
  readonly accept?: string;
  readonly primary?: boolean;
  readonly busy?: boolean;
  readonly class?: string | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Phones hand out HEIC as JPEG where HEIC is not asked for; from a computer's disk it may be chosen. */
const accepted = 'image/*,.heic,.heif';

export function FileButton(props: FileButtonProps): JSX.Element {
  let input: HTMLInputElement | undefined;
  const choose = () => input?.click();
  const taken = (): void => {
    const files = [...(input?.files ?? [])];
    // The same file may be chosen again.
    if (input) input.value = '';
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <>
      <input
        ref={(element) => (input = element)}
        hidden
        type="file"
        accept={props.accept ?? (props.camera ? 'image/*' : accepted)}
        capture={props.camera ? 'environment' : undefined}
        multiple={!props.camera && props.accept === undefined}
        onChange={taken}
      />
      {props.text === undefined ? (
        <IconButton
          label={props.label}
          icon={props.icon}
          variant="secondary"
          busy={props.busy}
          class={props.class}
          onClick={choose}
        />
      ) : (
        <Button
          aria-label={props.label}
          icon={props.icon}
          variant={props.primary ? 'primary' : 'secondary'}
          busy={props.busy}
          class={props.class}
          onClick={choose}
        >
          {props.text}
        </Button>
      )}
    </>
  );
}
