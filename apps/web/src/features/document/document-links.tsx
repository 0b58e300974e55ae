import { Link, useNavigate } from '@tanstack/react-router';
import { useProposedDefinitions } from '../../shared/api/definitions';
import { useProposedTable } from '../../shared/api/delegation';
import { useRedraft } from '../../shared/api/documents';
import type { Document } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { stateLabel } from '../../shared/i18n/labels';
import { Button, buttonClass } from '../../shared/ui/button';
import { TakeOverButton } from '../../shared/pane/take-over-button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { AddFile } from './add-file';

/** 再起案: what this was drafted from, and what was drafted from it. */
function Relatives({ document }: { document: Document }) {
  const t = useT();
  if (document.relatives.length === 0) return null;
  return (
    <ul className="text-13">
      {document.relatives.map((one) => (
        <li key={one.id} className="flex flex-wrap gap-x-2">
          <span>{t(`redraft.${one.relation}`)}</span>
          <Link to="/documents/$id" params={{ id: one.id }} className="text-key-900 underline">
            {one.title || t('document.untitled')}
          </Link>
          <span>{one.number}</span>
          <span className="text-quiet">{t(stateLabel(one.state))}</span>
        </li>
      ))}
    </ul>
  );
}

/** 専決規程 that this decision would publish, for those who may see it: rows, and what they would do to matters. */
function ProposedTable({ document }: { document: Document }) {
  const t = useT();
  const proposes = ['delegation_rule', 'regulation'].includes(document.matterType);
  const table = useProposedTable(proposes ? document.id : null).data;
  if (!table) return null;
  return (
    <p className="text-13">
      <Link to="/delegation" search={{ id: table.id }} className="text-key-900 underline">
        {t('document.proposedTable')}
      </Link>
    </p>
  );
}

/** 様式 and 事案の種類 that this decision would publish or published: the draft, with 新旧対照. */
function ProposedDefinitions({ document }: { document: Document }) {
  const t = useT();
  const proposes = ['definition', 'internal'].includes(document.matterType);
  const drafts = useProposedDefinitions(proposes ? document.id : null).data?.items ?? [];
  return drafts.map(({ id, kind, code }) => (
    <p key={id} className="text-13">
      <Link to="/definitions" search={{ kind, draft: id }} className="text-key-900 underline">
        {t(`document.proposed.${kind}`, { code })}
      </Link>
    </p>
  ));
}

/** A new draft with the content and the attachments of this one. */
function RedraftButton({ document }: { document: Document }) {
  const t = useT();
  const navigate = useNavigate();
  const redraft = useRedraft(document.id);
  const start = () =>
    redraft.mutate({}, { onSuccess: ({ id }) => void navigate({ to: '/draft/form', search: { doc: id } }) });
  return (
    <>
      <Button disabled={redraft.isPending} onClick={start}>
        {t('redraft.do')}
      </Button>
      {redraft.error && <ProblemNote error={redraft.error} />}
    </>
  );
}

/** What is not possible now, each reason once: editing, enclosing and submitting are refused alike. */
function NotNow({ document }: { document: Document }) {
  const t = useT();
  const reasons = new Map(document.refused.map((one) => [one.code, one]));
  if (reasons.size === 0) return null;
  return (
    <details className="no-print text-13">
      <summary className="touch-target w-fit cursor-pointer text-quiet">{t('acts.notNow')}</summary>
      <ul className="flex flex-col gap-1 pl-4">
        {[...reasons.values()].map((one) => (
          <li key={one.code}>
            <b>{one.title}</b> {one.detail} {one.rule && <span className="text-12 text-quiet">{one.rule}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What one may do with the document apart from acting on it: change it, print it, start from it. */
export function DocumentLinks({ document, onPrint }: { document: Document; onPrint: () => void }) {
  const t = useT();
  return (
    <>
      <Relatives document={document} />
      <ProposedTable document={document} />
      <ProposedDefinitions document={document} />
      <div className="no-print flex flex-wrap items-center gap-1 text-13">
        {document.allowed.includes('take_over') && (
          <span className="mr-2 flex flex-wrap items-center gap-2">
            {t('documents.leftBehind', { name: document.drafter.name })}
            <TakeOverButton id={document.id} title={document.title} />
          </span>
        )}
        {document.allowed.includes('edit') && (
          <Link to="/draft/form" search={{ doc: document.id }} className={buttonClass('secondary', 'mr-2')}>
            {t('acts.edit')}
          </Link>
        )}
        <Button look="link" aria-keyshortcuts="Control+P" onClick={onPrint}>
          {t('common.print')}
        </Button>
        <a
          href={`/api/v1/documents/${encodeURIComponent(document.id)}/sheet.pdf`}
          download
          className={buttonClass('link')}
        >
          {t('document.sheetPdf')}
        </a>
        {document.attributes.medium !== 'electronic' && (
          <a
            href={`/api/v1/documents/${encodeURIComponent(document.id)}/paper-cover.pdf`}
            download
            className={buttonClass('link')}
          >
            {t('document.paperCover')}
          </a>
        )}
        {document.attachments.length > 0 && (
          <a
            href={`/api/v1/documents/${encodeURIComponent(document.id)}/print.pdf`}
            download
            className={buttonClass('link')}
          >
            {t('document.printPdf')}
          </a>
        )}
        {document.decidedAt !== null && (
          <a
            href={`/api/v1/documents/${encodeURIComponent(document.id)}/evidence.zip`}
            download
            className={buttonClass('link')}
          >
            {t('document.evidence')}
          </a>
        )}
        {document.allowed.includes('add_file') && <AddFile document={document} />}
        {document.allowed.includes('redraft') ? (
          <RedraftButton document={document} />
        ) : (
          <Link to="/draft/form" search={{ from: document.id }} className={buttonClass('link')}>
            {t('draft.again')}
          </Link>
        )}
      </div>
      <NotNow document={document} />
    </>
  );
}
