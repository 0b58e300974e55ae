import { useRouterState } from '@tanstack/react-router';
import { useT, withWords } from '../shared/i18n/translate';
import { useShortcuts } from '../shared/keys/shortcuts';
import { pageOf } from '../shared/manual/pages';
import { Button, buttonClass } from '../shared/ui/button';
import { later } from '../shared/ui/later';
import { Loading } from '../shared/ui/loading';
import { SheetDialog, SheetFoot } from '../shared/ui/sheet-dialog';
import { showHelp, useHelpShown } from './help-state';
import { takeTour } from './tour-state';

const ManualText = later(() => withWords(import('../shared/manual/manual-text')), <Loading lines={8} />);

/** What the manual says of the screen that is shown (F1); the screen behind it stays as it is. */
export function HelpSheet() {
  const t = useT();
  const shown = useHelpShown();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useShortcuts([{ keys: ['F1'], label: 'help.open', run: () => showHelp(true) }]);
  if (!shown) return null;
  const close = () => showHelp(false);
  const page = pageOf(path);
  const tour = () => {
    close();
    takeTour(0);
  };
  return (
    <SheetDialog title={t('help.open')} onClose={close} wide>
      <ManualText page={page} level={3} />
      <SheetFoot>
        <Button onClick={tour}>{t('tour.again')}</Button>
        <a href={`/manual?chapter=${page}`} target="_blank" rel="noreferrer" className={buttonClass('secondary')}>
          {t('help.manual')}
        </a>
        <Button autoFocus onClick={close}>
          {t('common.close')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
