import { useT } from '../i18n/translate';
import { Button } from './button';

/** Prints the screen as the paper has it: without what is only for the screen. */
export function PrintButton() {
  const t = useT();
  return (
    <Button look="link" onClick={() => window.print()}>
      {t('common.print')}
    </Button>
  );
}
