// What a driver reports at the end of a job. Nothing of it has to be filled in.
import { createSignal, type JSX } from 'solid-js';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { PaidBy, paidBy } from '../cash/paid-by.tsx';
import { useStrings } from '../i18n/strings.ts';
import { MissingPhotos } from '../photos/missing-photos.tsx';
import { useWorkDraft } from '../reported/use-draft.ts';
import { WorkFields } from '../reported/work-fields.tsx';
import type { ProjectedOrder } from '../data/orders.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Stack } from '../ui/page.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { driverStrings } from './strings.ts';

export function CompleteDialog(props: {
  open: boolean;
  order: ProjectedOrder;
  busy: boolean;
  error: string | undefined;
  onComplete: (payload: CommandPayload<'complete'>) => void;
  onCancel: () => void;
}): JSX.Element {
  const t = useStrings(driverStrings);
  const [mileageKm, setMileage] = createSignal<number | null>(null);
  const [collectedFen, setCollected] = createSignal<number | null>(null);
  const [method, setMethod] = createSignal<string | null>(null);
  const [problems, setProblems] = createSignal<Record<string, string | undefined>>({});
  const [note, setNote] = createSignal('');
  const work = useWorkDraft(() => props.order.id);
  const complete = () => {
    const reported = work.report();
    if (!reported || Object.values(problems()).some(Boolean)) return;
    const [km, fen, text] = [mileageKm(), collectedFen(), note().trim()];
    props.onComplete({
      ...(km !== null && { mileageKm: km }),
      ...paidBy(fen, method()),
      ...reported,
      ...(text && { note: text }),
    });
  };
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onCancel()}
      title={t().completeTitle}
      description={t().optional}
      footer={
        <>
          <Button size="large" onClick={() => props.onCancel()}>
            {t().cancel}
          </Button>
          <Button variant="primary" size="large" busy={props.busy} onClick={complete}>
            {t().finish}
          </Button>
        </>
      }
    >
      <Stack>
        <MissingPhotos order={props.order} />
        <NumberField
          label={t().mileage}
          description={t().mileageHint}
          value={mileageKm()}
          error={problems()['mileage'] ?? props.error}
          onChange={(value, problem) => {
            setMileage(value);
            setProblems((all) => ({ ...all, mileage: problem }));
          }}
        />
        <MoneyField
          label={t().collected}
          value={collectedFen()}
          error={problems()['collected']}
          onChange={(value, problem) => {
            setCollected(value);
            setProblems((all) => ({ ...all, collected: problem }));
          }}
        />
        <PaidBy fen={collectedFen()} value={method()} onChange={setMethod} />
        <WorkFields order={props.order} work={work} />
        <TextArea label={t().note} value={note()} onInput={setNote} maxLength={2000} />
      </Stack>
    </Dialog>
  );
}
