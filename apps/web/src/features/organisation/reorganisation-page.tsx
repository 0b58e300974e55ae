import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type OrganisationLists, useOrganisationLists, useTryReorganisation } from '../../shared/api/organisation';
import { saveText } from '../../shared/csv/csv';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { ListFiles } from './list-files';
import { fileOf, listNames } from './list-text';
import { ReorganisationReport } from './reorganisation-report';

function Lists({ lists }: { lists: OrganisationLists }) {
  const t = useT();
  return (
    <span className="ml-3 inline-flex flex-wrap gap-3">
      {listNames.map((name) => (
        <Button key={name} look="link" onClick={() => saveText(fileOf(name), lists[name])}>
          {t(`transfers.${name}`)}
        </Button>
      ))}
    </span>
  );
}

/** 組織改正 on trial: lists go out, are changed, and what they would do is told; they are brought in as a package. */
export function ReorganisationPage() {
  const t = useT();
  const [lists, setLists] = useState<Partial<OrganisationLists>>({});
  const stored = useOrganisationLists();
  const trial = useTryReorganisation();
  const choose = (chosen: Partial<OrganisationLists>) => {
    setLists(chosen);
    trial.reset();
    if (Object.keys(chosen).length > 0) trial.mutate(chosen);
  };
  return (
    <Page
      title={t('reorganisation.title')}
      aside={
        <Link to="/organisation" className={buttonClass('link')}>
          {t('organisation.title')}
        </Link>
      }
    >
      <p>{t('reorganisation.help')}</p>
      {stored.error && <ProblemNote error={stored.error} onRetry={() => void stored.refetch()} />}
      <ol className="flex list-decimal flex-col gap-3 pl-6">
        <li>
          {t('transfers.takeOut')}
          {stored.data && <Lists lists={stored.data} />}
        </li>
        <li>{t('reorganisation.change')}</li>
        <li>
          {t('reorganisation.choose')}
          <ListFiles names={listNames} unknownWords="reorganisation.unknownFile" lists={lists} onLists={choose} />
        </li>
      </ol>
      {trial.isPending && <Loading lines={5} />}
      {trial.error && <ProblemNote error={trial.error} />}
      {trial.data && <ReorganisationReport report={trial.data} />}
    </Page>
  );
}
