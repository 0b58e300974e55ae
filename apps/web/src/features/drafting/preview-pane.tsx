import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useFilingClasses } from '../../shared/api/matter-types';
import { useRoutePreview } from '../../shared/api/route-preview';
import { useMe } from '../../shared/api/session';
import type { Document, RoutePreview } from '../../shared/api/types';
import type { FieldSpec } from '../../shared/form/field-spec';
import { useT } from '../../shared/i18n/translate';
import { ApprovalSheet } from '../../shared/sheet/approval-sheet';
import { RouteReasons } from '../../shared/sheet/route-reasons';
import { RuleLink } from '../../shared/sheet/rule-link';
import { StampColumn } from '../../shared/sheet/stamp-column';
import { stampBoxes } from '../../shared/sheet/stamp-boxes';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useDebounced } from '../../shared/ui/use-debounced';
import { readDraft, type DraftValues } from './draft-values';
import { AddSeat, SeatChoices } from './requested-panel';
import { bodyOf, type Requested } from './requested-seats';
import { drafterOf, sheetContent } from './sheet-content';

const previewAfter = 400;

interface RouteProps extends RequestedChange {
  preview: RoutePreview;
  drafter: { name: string; title: string };
}

function Route({ preview, drafter, ...asking }: RouteProps) {
  const t = useT();
  const boxes = stampBoxes({ ...drafter, at: null }, preview.steps);
  return (
    <>
      {preview.decision && (
        <p>
          <b>{preview.decision.label}</b> {preview.decision.explanation} <RuleLink rule={preview.decision.rule} />
        </p>
      )}
      {preview.problems.map((problem) => (
        <p key={problem.code + problem.detail} className="border-l-4 border-orange-900 bg-orange-50 px-3 py-1">
          {problem.detail}
        </p>
      ))}
      <StampColumn boxes={boxes} label={t('route.planned')} />
      <details open>
        <summary className="py-1 text-key-900 underline">{t('route.why')}</summary>
        <RouteReasons
          steps={preview.steps}
          aside={(step, seat) => <SeatChoices step={step} seat={seat} {...asking} />}
        />
      </details>
      <AddSeat {...asking} />
    </>
  );
}

interface RequestedChange {
  requested: Requested;
  onChange: (requested: Requested) => void;
}

interface PreviewPaneProps extends RequestedChange {
  matterType: string;
  specs: readonly FieldSpec[];
  document: Document | null;
}

/** The route and the sheet as they will be, following the typing. The route is the engine's own answer. */
export function PreviewPane({ matterType, specs, document, ...asking }: PreviewPaneProps) {
  const t = useT();
  const me = useMe();
  const values = useWatch<DraftValues>() as DraftValues;
  const settled = useDebounced(values, previewAfter);
  const question = useMemo(
    () => ({
      matterType,
      ...readDraft(specs, settled, { today: me.today }).body,
      requested: bodyOf(asking.requested),
    }),
    [matterType, specs, settled, me.today, asking.requested],
  );
  const preview = useRoutePreview(question);
  const classes = useFilingClasses();
  const { body } = readDraft(specs, values, { today: me.today });
  return (
    <div className="flex flex-col gap-4">
      <section aria-label={t('route.planned')} className="flex flex-col gap-2">
        <h2 className="text-14">{t('route.planned')}</h2>
        {preview.error && <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && (
          <Route
            preview={preview.data}
            drafter={{ name: me.name, title: drafterOf(document, me).postTitle }}
            {...asking}
          />
        )}
      </section>
      <ApprovalSheet content={sheetContent({ body, document, specs, me, classes: classes.data ?? [] })} />
    </div>
  );
}
