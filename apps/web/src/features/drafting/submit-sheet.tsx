import { useState } from 'react';
import { useApproval, useSubmitDocument } from '../../shared/api/approval';
import { useRoutePreview } from '../../shared/api/route-preview';
import { useUnsentChanges } from '../../shared/api/revisions';
import type { Approval, Document, RevisionChanges } from '../../shared/api/types';
import type { FieldSpec } from '../../shared/form/field-spec';
import { disclosureLabel } from '../../shared/i18n/labels';
import { useLanguage } from '../../shared/i18n/translate';
import { StampColumn } from '../../shared/sheet/stamp-column';
import { stampBoxes } from '../../shared/sheet/stamp-boxes';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';
import { DisclosureCheck, needsDisclosureCheck } from './disclosure-check';
import { bodyOf, type Requested } from './requested-seats';

interface SubmitSheetProps {
  document: Document;
  specs: readonly FieldSpec[];
  /** Null: as at the last submission. */
  requested: Requested | null;
  /** What the preview shows. */
  shown: Requested;
  onClose: () => void;
  onSubmitted: (approval: Approval) => void;
  onRefused: (error: unknown) => void;
}

function Answer({
  lastReturn,
  note,
  onChange,
}: {
  lastReturn: Approval['lastReturn'];
  note: string;
  onChange: (note: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      {lastReturn && (
        <p className="rounded-8 border-l-4 border-orange-900 bg-orange-50 px-3 py-2">
          <b>{t('changes.returned', { who: `${lastReturn.byTitle} ${lastReturn.byName}` })}</b>
          <br />
          {lastReturn.comment}
        </p>
      )}
      <label className="flex flex-col gap-1">
        <span className="font-bold">{t('submit.answer')}</span>
        <textarea
          autoFocus
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => onChange(event.target.value)}
          className="rounded-8 border border-solid-gray-600 p-2 text-16"
        />
      </label>
    </>
  );
}

/** 要旨の変更: counted by itself where a field of the substance changed; asked where it did not (RULE-33). */
function Substance({
  changes,
  value,
  onChange,
}: {
  changes: RevisionChanges;
  value: boolean;
  onChange: (changed: boolean) => void;
}) {
  const { t } = useLanguage();
  const automatic =
    changes.fields.some(({ substance }) => substance) || changes.attachments.some(({ change }) => change === 'removed');
  if (automatic) return <p className="text-13">{t('submit.substanceAutomatic')}</p>;
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="mb-1 font-bold">{t('submit.substance')}</legend>
      {[false, true].map((changed) => (
        <label key={String(changed)} className="touch-target flex items-center gap-2">
          <input type="radio" name="substance" checked={value === changed} onChange={() => onChange(changed)} />
          {t(changed ? 'submit.substanceYes' : 'submit.substanceNo')}
        </label>
      ))}
    </fieldset>
  );
}

/** The last look before a draft goes round: who will see it, what was declared, and the drafter's answer after a return. */
export function SubmitSheet({ document, specs, requested, shown, onClose, onSubmitted, onRefused }: SubmitSheetProps) {
  const { t, locale } = useLanguage();
  const [note, setNote] = useState('');
  const again = document.revisionNo > 0;
  const approval = useApproval(again ? document.id : null);
  const { attributes, drafter, fields, matterType } = document;
  const route = useRoutePreview({ matterType, fields, attributes, requested: bodyOf(shown) });
  const unsent = useUnsentChanges(document.id, document.revisionNo);
  const [substance, setSubstance] = useState(false);
  const [seen, setSeen] = useState(false);
  const unseen = !seen && needsDisclosureCheck(document, specs);
  const submit = useSubmitDocument(document.id);
  const send = () =>
    submit.mutate(
      {
        expectedVersion: document.version,
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(requested ? { requested: bodyOf(requested) } : {}),
        ...(substance ? { substanceChanged: true } : {}),
      },
      { onSuccess: onSubmitted, onError: onRefused },
    );
  const facts: [string, string][] = [
    [t('sheet.class'), `${attributes.classCode} ${document.className} (${document.retentionLabel})`],
    [t('sheet.disclosure'), t(disclosureLabel(attributes.disclosureClass))],
    [t('sheet.dueOn'), attributes.dueOn ? formatDay(attributes.dueOn, locale) : t('common.none')],
    [t('attachments.heading'), t('submit.files', { n: document.attachments.length })],
  ];
  return (
    <SheetDialog
      wide
      title={t(again ? 'submit.titleAgain' : 'submit.title')}
      onClose={onClose}
      dismissable={!submit.isPending}
    >
      <p className="text-16 font-bold">{document.title}</p>
      {again && <Answer lastReturn={approval.data?.lastReturn ?? null} note={note} onChange={setNote} />}
      {again && unsent.data && <Substance changes={unsent.data} value={substance} onChange={setSubstance} />}
      {route.data && (
        <StampColumn
          label={t('route.planned')}
          boxes={stampBoxes({ name: drafter.name, title: drafter.postTitle, at: null }, route.data.steps)}
        />
      )}
      <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1">
        {facts.map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <DisclosureCheck document={document} specs={specs} seen={seen} onSeen={setSeen} />
      <p className="text-13 text-quiet">{t('submit.pullBack')}</p>
      {submit.error && <ProblemNote error={submit.error} />}
      <SheetFoot>
        <Button onClick={onClose} disabled={submit.isPending}>
          {t('common.back')}
        </Button>
        <Button autoFocus={!again} look="primary" disabled={submit.isPending || unseen} onClick={send}>
          {t(again ? 'submit.doAgain' : 'submit.do')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
