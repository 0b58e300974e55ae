import { useT } from '../i18n/translate';
import { Button } from './button';

interface MoreButtonProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next page of a list, while there is one. */
export function MoreButton({ list }: MoreButtonProps) {
  const t = useT();
  if (!list.hasNextPage) return null;
  return (
    <p className="no-print text-center">
      <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('common.more')}
      </Button>
    </p>
  );
}
