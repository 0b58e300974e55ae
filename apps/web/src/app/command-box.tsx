import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
} from 'react-aria-components';
import { useT } from '../shared/i18n/translate';
import { inputClass } from '../shared/form/field-frame';
import { keepFromConverting } from '../shared/keys/match';
import { SheetDialog } from '../shared/ui/sheet-dialog';
import { type CommandGroup, useCommands } from './use-commands';

/** Screens, documents by number or title, people and commands from one line (Ctrl+K). */
export default function CommandBox({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const groups = useCommands(typed.trim(), { navigate: (where) => void navigate(where), help: onHelp });
  const all = groups.flatMap(({ commands }) => commands);
  const run = (id: string) => {
    onClose();
    all.find((command) => command.id === id)?.run();
  };
  return (
    <SheetDialog title={t('command.open')} onClose={onClose} wide>
      <div onKeyDownCapture={keepFromConverting}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <TextField autoFocus className="flex flex-col gap-1">
            <Label className="text-13 text-quiet">{t('command.label')}</Label>
            <Input inputMode="search" autoComplete="off" className={inputClass(false)} />
          </TextField>
          <ListBox<CommandGroup>
            aria-label={t('command.open')}
            items={groups}
            onAction={(id) => run(String(id))}
            className="mt-2 outline-none"
            renderEmptyState={() => <p className="p-2">{t('command.none')}</p>}
          >
            {(group) => (
              <ListBoxSection id={group.name}>
                <Header className="px-2 pt-2 text-13 font-bold text-quiet">{t(group.name)}</Header>
                {group.commands.map((command) => (
                  <ListBoxItem
                    key={command.id}
                    id={command.id}
                    textValue={command.words}
                    className="touch-target flex flex-wrap items-center justify-between gap-x-4 rounded-4 px-2 py-1.5 outline-none focus:bg-key-50 focus:ring-2 focus:ring-black"
                  >
                    <span>{command.words}</span>
                    <span className="text-13 text-quiet">{command.note}</span>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </SheetDialog>
  );
}
