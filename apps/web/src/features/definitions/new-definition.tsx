import { useState } from 'react';
import { type DefinitionKind, useBeginDraft } from '../../shared/api/definitions';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import type { DefinitionsSearch } from './definitions-search';

interface NewDefinitionProps {
  kind: DefinitionKind;
  onBegun: (search: DefinitionsSearch) => void;
}

/** A form or matter type that does not exist yet: its name, and the code under which packages and rules know it. */
export function NewDefinition({ kind, onBegun }: NewDefinitionProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const begin = useBeginDraft();
  const isCode = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/u.test(code);
  const start = () =>
    begin.mutate({ kind, code, name: name.trim() }, { onSuccess: ({ id }) => onBegun({ kind, code, draft: id }) });
  return (
    <details>
      <summary className="py-1 text-key-900 underline">{t(`definitions.new.${kind}`)}</summary>
      <div className="flex max-w-xl flex-col gap-3 py-2">
        <TextInput id="new-name" label={t('definitions.newName')} required value={name} onChange={setName} />
        <TextInput
          id="new-code"
          label={t('definitions.newCode')}
          help={t('definitions.newCodeHelp')}
          required
          value={code}
          onChange={(typed) => setCode(typed.trim())}
        />
        {begin.error && <ProblemNote error={begin.error} />}
        <div>
          <Button look="primary" disabled={!isCode || name.trim() === '' || begin.isPending} onClick={start}>
            {t('definitions.begin')}
          </Button>
        </div>
      </div>
    </details>
  );
}
