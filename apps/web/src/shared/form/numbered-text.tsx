import type { KeyboardEvent } from 'react';
import { TextAreaInput, type InputProps } from './text-inputs';
import { numberParagraphs } from './numbered-paragraphs';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { isComposing } from '../keys/match';

/** Written by the browser where it can, so that its own undo takes it back. */
function write(area: HTMLTextAreaElement, text: string): boolean {
  area.focus();
  area.select();
  return document.execCommand('insertText', false, text);
}

/** 起案文: a text whose paragraphs (項) are numbered at a key, as public documents number them. */
export function NumberedText(props: InputProps) {
  const t = useT();
  const number = () => {
    const fresh = numberParagraphs(props.value);
    const area = document.getElementById(props.id);
    if (fresh !== props.value && !(area instanceof HTMLTextAreaElement && write(area, fresh))) props.onChange(fresh);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
    if (isComposing(event.nativeEvent)) return;
    event.preventDefault();
    number();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <TextAreaInput
        {...props}
        tools={
          <p className="flex flex-wrap items-center gap-2 text-13 text-quiet">
            <Button look="quiet" className="text-13" aria-keyshortcuts="Alt+N" onClick={number}>
              {t('numbering.do')} <kbd className="text-12">Alt+N</kbd>
            </Button>
            {t('numbering.help')}
          </p>
        }
      />
    </div>
  );
}
