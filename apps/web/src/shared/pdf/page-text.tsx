import { useId, useState, type KeyboardEvent } from 'react';
import { type CorrectableText, useCorrectText, usePageText } from '../api/recognised';
import { TextAreaInput } from '../form/text-inputs';
import { useLanguage } from '../i18n/translate';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';
import { formatDay, townDay, townTime } from '../wareki/format';
import { isComposing } from '../keys/match';

interface PageTextProps {
  url: string;
  page: number;
  onClose: () => void;
}

/** 認識した文字 of the page in view: to read, to correct, and to go back to what stood there before. */
export function PageText({ url, page, onClose }: PageTextProps) {
  const { t } = useLanguage();
  const { data: text, error, refetch } = usePageText(url, page);
  /** The keys of the viewer turn pages; here they write. */
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
  };
  return (
    <section
      aria-label={t('pdf.text.heading', { page })}
      className="mt-2 flex max-h-80 flex-col gap-3 overflow-y-auto border-t border-line pt-3"
      onKeyDown={onKeyDown}
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!error && text === undefined && <Loading lines={3} />}
      {text === null && <p>{t('pdf.text.none')}</p>}
      {text && <Correction key={`${page}.${text.version}`} url={url} page={page} text={text} />}
    </section>
  );
}

function Correction({ url, page, text }: { url: string; page: number; text: CorrectableText }) {
  const { t } = useLanguage();
  const id = useId();
  const announce = useAnnounce();
  const [typed, setTyped] = useState(text.text);
  const correct = useCorrectText(url, page);
  const mayCorrect = text.allowed.includes('correct');
  const send = (wanted: string) =>
    correct.mutate(
      { text: wanted, basedOn: text.version },
      { onSuccess: () => announce(t('pdf.text.saved', { page })) },
    );
  return (
    <>
      {mayCorrect ? (
        <TextAreaInput id={id} label={t('pdf.text.label', { page })} value={typed} onChange={setTyped} rows={5} />
      ) : (
        <p lang="ja" className="font-mincho whitespace-pre-wrap">
          {text.text}
        </p>
      )}
      {correct.error && <ProblemNote error={correct.error} />}
      {mayCorrect && (
        <p className="flex justify-end">
          <Button disabled={correct.isPending || typed === text.text} onClick={() => send(typed)}>
            {t('pdf.text.save')}
          </Button>
        </p>
      )}
      <Versions text={text} busy={correct.isPending} onTake={mayCorrect ? send : null} />
    </>
  );
}

interface VersionsProps {
  text: CorrectableText;
  busy: boolean;
  /** Takes the text of a version again; null for those who only read. */
  onTake: ((text: string) => void) | null;
}

/** Every version with its author and time, and at the end what was recognised. */
function Versions({ text, busy, onTake }: VersionsProps) {
  const { t, locale } = useLanguage();
  const { engine, confidence, text: recognised } = text.recognised;
  const corrected = text.versions.map(({ version, name, at, text: words }) => ({
    version,
    words,
    about: t('pdf.text.version', { version, name, at: `${formatDay(townDay(at), locale)} ${townTime(at)}` }),
  }));
  const all = [
    ...corrected,
    { version: 0, words: recognised, about: t('pdf.text.recognised', { engine, confidence: Math.round(confidence) }) },
  ];
  return (
    <ol aria-label={t('pdf.text.versions')} className="flex flex-col gap-1 text-13">
      {all.map(({ version, words, about }) => (
        <li key={version} className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-1">
          <span>{about}</span>
          {version === text.version ? (
            <span>{t('pdf.text.current')}</span>
          ) : (
            onTake && (
              <Button
                look="quiet"
                disabled={busy || words === text.text}
                aria-label={`${t('pdf.text.take')} ${about}`}
                onClick={() => onTake(words)}
              >
                {t('pdf.text.take')}
              </Button>
            )
          )}
        </li>
      ))}
    </ol>
  );
}
