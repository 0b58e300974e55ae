import { useT } from '../i18n/translate';
import { familyName, graphemeCount } from './names';

interface StampProps {
  title: string;
  day: string;
  name: string;
  acting?: boolean;
  stale?: boolean;
}

const fitted = (text: string, largest: number, width: number) =>
  Math.min(largest, width / Math.max(1, graphemeCount(text)));

/** A red date stamp (日付印): title, date, family name. Its words are spoken by the box around it. */
export function Stamp({ title, day, name, acting = false, stale = false }: StampProps) {
  const t = useT();
  const family = familyName(name);
  return (
    <svg viewBox="0 0 64 64" className="stamp-ink size-14" aria-hidden="true" opacity={stale ? 0.45 : 1}>
      <g fill="none" stroke="currentColor" strokeWidth="2.2">
        <circle cx="32" cy="32" r="29.5" strokeDasharray={stale ? '4 3' : undefined} />
        <path d="M3.6 24.5h56.8M3.6 40.5h56.8" strokeWidth="1.6" />
      </g>
      <g fill="currentColor" textAnchor="middle" fontWeight="700">
        <text x="32" y="19.5" fontSize={fitted(title, 11, 40)}>
          {title}
        </text>
        <text x="32" y="36.8" fontSize={fitted(day, 13, 84)}>
          {day}
        </text>
        <text x="32" y="53" fontSize={fitted(family, 12, 38)}>
          {family}
        </text>
      </g>
      {acting && (
        <g>
          <rect x="46" y="0" width="18" height="18" rx="2" fill="currentColor" />
          <text x="55" y="13.5" fontSize="12" fontWeight="700" textAnchor="middle" fill="#fff">
            {t('stamp.actingMark')}
          </text>
        </g>
      )}
    </svg>
  );
}
