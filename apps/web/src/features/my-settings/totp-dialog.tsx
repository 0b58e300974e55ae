import { generate } from 'lean-qr';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { useConfirmTotp, useOfferTotp } from '../../shared/api/access';
import { useT } from '../../shared/i18n/translate';
import { SecretField } from '../../shared/sign-in/secret-field';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

interface TotpDialogProps {
  onClose: () => void;
  onEnrolled: (codes: readonly string[]) => void;
}

/** Enrols an authenticator app: picture, then a first code. The secret stays in this dialog. */
export function TotpDialog({ onClose, onEnrolled }: TotpDialogProps) {
  const t = useT();
  const { mutate: ask, data, error: refused } = useOfferTotp();
  const confirm = useConfirmTotp();
  const [code, setCode] = useState('');
  useEffect(() => ask(), [ask]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code, { onSuccess: ({ codes }) => onEnrolled(codes) });
  };
  const error = refused ?? confirm.error;
  return (
    <SheetDialog title={t('my.totpAdd')} onClose={onClose} dismissable={!confirm.isPending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        {error && <ProblemNote error={error} />}
        {data && (
          <>
            <p>{t('my.totpScan')}</p>
            <Picture text={data.uri} label={t('my.totpPicture')} />
            <p className="text-13">
              {t('my.totpSecret')} <code className="break-all">{data.secret.match(/.{4}/g)?.join(' ')}</code>
            </p>
            <SecretField label={t('signIn.code')} value={code} autoComplete="one-time-code" onChange={setCode} />
          </>
        )}
        <SheetFoot>
          <Button onClick={onClose} disabled={confirm.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={!data || confirm.isPending}>
            {t('my.totpConfirm')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}

/** 二次元コード, drawn here: the secret is shown to nobody else. */
function Picture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const bitmap = generate(text);
    let dots = '';
    for (let y = 0; y < bitmap.size; y++)
      for (let x = 0; x < bitmap.size; x++) if (bitmap.get(x, y)) dots += `M${x} ${y}h1v1h-1z`;
    return { size: bitmap.size, path: dots };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="w-56 self-center bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
