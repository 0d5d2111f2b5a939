// 核單與核價由不同人員: where a company switches the rule off and on, and where finance sees that it is off.
import { createSignal, Show, type JSX } from 'solid-js';
import { otherApproves, isOtherToApprove, ruleSwitched } from '#schemas/finance/rules.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { HistoryPanel, type HistoryRecord } from '../history/history-panel.tsx';
import { useLastChange } from '../history/last-change.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFind } from '../orders/find.ts';
import { useSave } from '../records/record-form.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Row } from '../ui/page.tsx';
import { Switch } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { ruleStrings } from './rule-strings.ts';

function useRule() {
  const actor = useActor();
  const find = useFind();
  const catalog = useReferenceMap('catalog');
  const document = () => catalog().get(otherApproves);
  const isYours = () => mayEdit(actor, 'catalog') && may(actor, 'roles.edit');
  const record: HistoryRecord = { collection: 'catalog', id: otherApproves, document, mayEdit: isYours() };
  return { document, record, isYours, isOn: () => isOtherToApprove(find), changed: useLastChange(record) };
}

/** For whoever decides who may do what; others read it. */
export function ApprovalRule(): JSX.Element {
  const t = useStrings(ruleStrings);
  const format = useFormat();
  const rule = useRule();
  const save = useSave('catalog');
  const [asked, setAsked] = createSignal(false);
  const [history, setHistory] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const turn = async (isOn: boolean): Promise<void> => {
    const refused = await save(ruleSwitched(rule.document(), isOn, t().name));
    const text = typeof refused === 'object' ? Object.values(refused).join(' ') : refused;
    setError(text);
    if (text && isOn) toast.error(text);
    if (!text) setAsked(false);
  };
  return (
    <>
      <Row>
        <Switch
          label={t().name}
          description={rule.isYours() ? t().hint : undefined}
          checked={rule.isOn()}
          disabled={!rule.isYours()}
          onChange={(isOn) => (isOn ? void turn(true) : setAsked(true))}
        />
        <Show when={rule.changed()}>
          {(last) => <span>{t().lastChange(last().by, format.dateTime(last().at))}</span>}
        </Show>
        <Show when={rule.document()}>
          <Button size="small" variant="ghost" onClick={() => setHistory(true)}>
            {t().history}
          </Button>
        </Show>
      </Row>
      <ConfirmDialog
        open={asked()}
        title={t().switchOff}
        message={t().hint}
        confirmLabel={t().confirm}
        error={error()}
        onConfirm={() => turn(false)}
        onCancel={() => (setAsked(false), setError())}
      />
      <HistoryPanel record={rule.record} open={history()} onClose={() => setHistory(false)} />
    </>
  );
}

/** Who allowed it, and since when, where prices are approved. */
export function ApprovalRuleNote(): JSX.Element {
  const t = useStrings(ruleStrings);
  const format = useFormat();
  const rule = useRule();
  const text = () => {
    const last = rule.changed();
    return last ? t().offSince(last.by, format.dateTime(last.at)) : t().off;
  };
  return (
    <Show when={!rule.isOn()}>
      <Banner tone="info">{text()}</Banner>
    </Show>
  );
}
