import { useT } from '../../shared/i18n/translate';

interface ArrivalsProps {
  held: number;
  gone: number;
  onShow: () => void;
}

/** 新着n件: arrivals come in when they are asked for, so that no row moves under the cursor. */
export function Arrivals({ held, gone, onShow }: ArrivalsProps) {
  const t = useT();
  return (
    <div role="status" className="shrink-0 text-center empty:hidden">
      {(held > 0 || gone > 0) && (
        <button
          type="button"
          onClick={onShow}
          className="touch-target my-1 rounded-full border border-key-900 bg-key-50 px-4 py-1 text-13 font-bold text-key-900 hover:bg-key-100"
        >
          {held > 0 ? t('inbox.arrivals', { n: held }) : t('inbox.tidy', { n: gone })}
        </button>
      )}
    </div>
  );
}
