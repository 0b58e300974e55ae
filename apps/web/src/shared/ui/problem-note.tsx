import { NetworkError, ProblemError } from '../api/problem';
import { useT, type Translate } from '../i18n/translate';
import { Button } from './button';

/** A refusal in the clerk's words: the API's own text, or ours when the network failed. */
export function problemText(error: unknown, t: Translate): string {
  if (error instanceof NetworkError) return t('common.networkFailed');
  if (error instanceof ProblemError && error.problem.detail) return error.problem.detail;
  return t('common.unexpected');
}

/** What went wrong and what to do next, with the rule where one applies. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const rule = error instanceof ProblemError ? error.problem.rule : undefined;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-l-4 border-vermilion bg-red-50 px-3 py-2">
      <p>
        {problemText(error, t)}
        {rule && <span className="ml-2 text-12 text-quiet">{rule}</span>}
      </p>
      {onRetry && (
        <Button look="quiet" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
