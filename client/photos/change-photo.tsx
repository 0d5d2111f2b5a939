// A refused photo is put on another order, or shows something else, and is sent again.
import { createSignal, type JSX } from 'solid-js';
import { photoSlots } from '#schemas/photos/slots.ts';
import { useCodeText } from '../app/code-text.ts';
import { useMyJobs, useOpenOrders, useOrder, type ProjectedOrder } from '../data/orders.ts';
import { usePhotoEditing, type KeptPhoto } from '../data/photos.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Stack } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import { photoStrings } from './strings.ts';

export function ChangePhoto(props: { photo: KeptPhoto }): JSX.Element {
  const t = useStrings(photoStrings);
  const codeText = useCodeText();
  const photos = usePhotoEditing();
  const [isOpen, setOpen] = createSignal(false);
  const [orderId, setOrder] = createSignal<string | null>(null);
  const [slot, setSlot] = createSignal<string | null>(null);
  const [problem, setProblem] = createSignal<string>();
  const meant = useOrder(() => props.photo.orderId);
  const ask = (): void => {
    // What this device does not have cannot be chosen: an order that was taken from its person.
    setOrder(meant.order()?.id ?? null);
    setSlot(props.photo.facts.slot);
    setProblem();
    setOpen(true);
  };
  const change = async (): Promise<void> => {
    const [order, shows] = [orderId(), slot()];
    if (!order || !shows) return void setProblem(t().change.chooseOrder);
    const issued = await photos.change(props.photo.id, { orderId: order, slot: shows });
    if (issued?.ok === false) return void setProblem(codeText(issued.error.code));
    setOpen(false);
    toast.info(t().trying);
  };
  return (
    <>
      <Button size="small" onClick={ask}>
        {t().change.action}
      </Button>
      <ConfirmDialog
        open={isOpen()}
        title={t().change.title}
        message={t().change.hint}
        confirmLabel={t().change.send}
        error={problem()}
        onCancel={() => setOpen(false)}
        onConfirm={change}
      >
        <Places
          meant={meant.order()}
          orderId={orderId()}
          slot={slot()}
          onOrder={(id) => (setProblem(), setOrder(id))}
          onSlot={setSlot}
        />
      </ConfirmDialog>
    </>
  );
}

function Places(props: {
  meant: ProjectedOrder | undefined;
  orderId: string | null;
  slot: string | null;
  onOrder: (id: string | null) => void;
  onSlot: (slot: string | null) => void;
}): JSX.Element {
  const t = useStrings(photoStrings);
  const orders = useChoices(() => props.meant);
  return (
    <Stack>
      <Select
        label={t().change.order}
        required
        value={props.orderId}
        placeholder={t().change.chooseOrder}
        options={orders().map((order) => ({ value: order.id, label: nameOf(order) }))}
        onChange={props.onOrder}
      />
      <Select
        label={t().change.shows}
        required
        value={props.slot}
        options={photoSlots.map((value) => ({ value, label: t().slot[value] }))}
        onChange={props.onSlot}
      />
    </Stack>
  );
}

const nameOf = ({ car, number, pickup }: ProjectedOrder): string =>
  [car.plate, number, pickup.address].filter(Boolean).join(' · ');

/** The order it was meant for, those somebody drives, and those that are open. */
function useChoices(meant: () => ProjectedOrder | undefined): () => readonly ProjectedOrder[] {
  const [own, open] = [useMyJobs(), useOpenOrders()];
  return () => {
    const all = [...[meant()].flatMap((order) => order ?? []), ...own.orders(), ...open.orders()];
    return [...new Map(all.map((order) => [order.id, order])).values()];
  };
}
