import { Link, useParams } from '@tanstack/react-router';
import { useFile } from '../../shared/api/keeping';
import { useTicks } from '../../shared/form/picked';
import { HoldMarks } from '../../shared/holds/hold-marks';
import { useLanguage } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatFiscalYear } from '../../shared/wareki/format';
import { FileActs } from './file-acts';
import { FileContents } from './file-contents';
import { FileFacts } from './file-facts';
import { FilePaper } from './file-paper';

/** 簿冊: what lies in it, until when it is kept and why, who holds it, and what may be done with it. */
export function FilePage() {
  const { t, locale } = useLanguage();
  const { id } = useParams({ from: '/shell/record-files/$id' });
  const { data: file, error, refetch } = useFile(id);
  const ticks = useTicks();
  return (
    <Page
      title={file?.title ?? t('records.file')}
      aside={
        <Link to="/record-files" search={{}} className="touch-target text-key-900 underline">
          {t('nav.records')}
        </Link>
      }
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!file && !error && <Loading lines={8} />}
      {file && (
        <>
          <p className="flex flex-wrap gap-x-3 text-quiet">
            <span>{formatFiscalYear(file.fiscalYear, locale)}</span>
            <span>
              {file.classCode} {file.className}
            </span>
            <span>{file.unitName}</span>
            {file.volume > 1 && <span>{t('file.volume', { n: file.volume })}</span>}
          </p>
          <HoldMarks holds={file.holds} />
          <FileFacts file={file} />
          <FileActs file={file} ticks={ticks} />
          <FileContents file={file} ticks={ticks} />
          {file.medium !== 'electronic' && <FilePaper fileId={file.id} />}
        </>
      )}
    </Page>
  );
}
