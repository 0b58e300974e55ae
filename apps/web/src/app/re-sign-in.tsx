import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../shared/i18n/translate';
import { SignInForm } from '../shared/sign-in/sign-in-form';
import { SheetDialog } from '../shared/ui/sheet-dialog';
import { noteSignedIn } from './session-end';

/** The session ended while working: sign in here, and nothing typed behind is lost. */
export default function ReSignIn() {
  const t = useT();
  const client = useQueryClient();
  const back = () => {
    noteSignedIn();
    void client.invalidateQueries();
  };
  return (
    <SheetDialog title={t('signIn.again')} onClose={() => undefined} dismissable={false}>
      <p>{t('signIn.againText')}</p>
      <SignInForm demo={[]} onSignedIn={back} />
    </SheetDialog>
  );
}
