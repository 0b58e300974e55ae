import { useT } from '../../shared/i18n/translate';
import { problemText } from '../../shared/ui/problem-note';
import { townTime } from '../../shared/wareki/format';
import type { SaveState } from './draft-saver';

const looks: Partial<Record<SaveState['kind'], string>> = {
  kept: 'font-bold text-orange-900',
  failed: 'font-bold text-vermilion',
  conflict: 'font-bold text-vermilion',
};

/** Where the typing stands: being saved, saved at, or why not. */
export function SaveLine({ state, unreadable }: { state: SaveState; unreadable: number }) {
  const t = useT();
  const text = {
    clean: '',
    waiting: t('save.waiting'),
    saving: t('save.saving'),
    saved: state.kind === 'saved' ? t('save.saved', { time: townTime(state.at) }) : '',
    failed: state.kind === 'failed' ? t('save.failed', { reason: problemText(state.error, t) }) : '',
    kept: t('save.kept'),
    conflict: t('save.conflict'),
  }[state.kind];
  return (
    <p role="status" className={`text-13 ${looks[state.kind] ?? 'text-quiet'}`}>
      {text}
      {state.kind === 'saved' && unreadable > 0 && (
        <b className="ml-2 text-orange-900">{t('save.partly', { n: unreadable })}</b>
      )}
    </p>
  );
}
