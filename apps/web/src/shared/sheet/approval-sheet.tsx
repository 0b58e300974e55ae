import type { ReactNode } from 'react';
import type { DocumentAttributes } from '../api/types';
import type { FieldSpec } from '../form/field-spec';
import { disclosureLabel } from '../i18n/labels';
import { useLanguage } from '../i18n/translate';
import { cx } from '../ui/class-names';
import { Day } from '../wareki/day';
import { formatDay } from '../wareki/format';
import { SheetBody } from './sheet-body';
import { SheetRemarks } from './sheet-remarks';

export interface SheetContent {
  readonly title: string;
  readonly draftedOn: string;
  readonly decidedOn: string | null;
  readonly dispatchNumber: string | null;
  readonly classText: string;
  readonly retentionLabel: string;
  readonly drafter: string;
  readonly attributes: DocumentAttributes;
  readonly attachments: readonly string[];
  /** 決裁後に追加: files outside the sealed content, with when and by whom (RULE-61). */
  readonly additions?: readonly string[];
  readonly specs: readonly FieldSpec[];
  readonly fields: Readonly<Record<string, unknown>>;
}

function Cell({ label, children, wide }: { label: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className="contents">
      <dt className="bg-solid-gray-50 px-2 py-1 text-13">{label}</dt>
      <dd className={cx('min-w-0 bg-paper px-2 py-1 text-13', wide && '@sm:col-span-3 @lg:col-span-5')}>{children}</dd>
    </div>
  );
}

/** The approval sheet (起案用紙) on paper-coloured ground, as the printed one reads; at its head only the dispatch number (RULE-70). */
export function ApprovalSheet({ content, children }: { content: SheetContent; children?: ReactNode }) {
  const { t, locale } = useLanguage();
  const { attributes } = content;
  return (
    <article
      aria-label={t('sheet.name')}
      className="@container border border-solid-gray-400 bg-paper px-5 py-5 shadow-1 print:border-0 print:bg-white print:p-0 print:shadow-none"
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-mincho text-22 font-normal [&:lang(ja)]:tracking-[0.3em]">{t('sheet.name')}</h3>
        <p className="text-13">{content.dispatchNumber ?? (content.decidedOn ? null : t('sheet.noNumberYet'))}</p>
      </div>
      {children}
      <dl className="mb-5 grid grid-cols-[max-content_1fr] gap-px border border-solid-gray-700 bg-solid-gray-700 @sm:grid-cols-[max-content_1fr_max-content_1fr] @lg:grid-cols-[max-content_1fr_max-content_minmax(4.5rem,auto)_max-content_minmax(4.5rem,auto)]">
        <Cell label={t('sheet.drafted')}>
          <Day on={content.draftedOn} />
        </Cell>
        <Cell label={t('sheet.decided')}>{content.decidedOn ? formatDay(content.decidedOn, locale) : null}</Cell>
        <Cell label={t('sheet.dispatched')}>{content.dispatchNumber}</Cell>
        <Cell label={t('sheet.class')}>{content.classText}</Cell>
        <Cell label={t('sheet.retention')}>{content.retentionLabel}</Cell>
        <Cell label={t('sheet.disclosure')}>{t(disclosureLabel(attributes.disclosureClass))}</Cell>
        <Cell label={t('sheet.drafter')} wide>
          {content.drafter}
        </Cell>
        <Cell label={t('sheet.title')} wide>
          <span className="font-mincho text-16">{content.title}</span>
        </Cell>
      </dl>
      <SheetBody specs={content.specs} fields={content.fields} />
      <SheetRemarks attributes={attributes} attachments={content.attachments} additions={content.additions} />
    </article>
  );
}
