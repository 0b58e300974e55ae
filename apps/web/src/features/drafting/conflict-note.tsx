import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';

interface ConflictNoteProps {
  onTheirs: () => void;
  onMine: () => void;
}

/** The draft was changed in another window: nothing is lost until the person says which text stays. */
export function ConflictNote({ onTheirs, onMine }: ConflictNoteProps) {
  const t = useT();
  return (
    <div role="alert" className="flex flex-col gap-3 border-4 border-orange-900 bg-orange-50 p-4">
      <h2 className="text-16">{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTheirs}>{t('conflict.theirs')}</Button>
        <Button look="danger" onClick={onMine}>
          {t('conflict.mine')}
        </Button>
      </div>
    </div>
  );
}
