import type { DefinitionChange } from '../../shared/api/definitions';
import { useT } from '../../shared/i18n/translate';

const cell = 'border-b border-line px-2 py-1.5 text-left align-top';

/** 新旧対照: what a definition said and what it is to say, line by line. */
export function ChangesTable({ changes, caption }: { changes: readonly DefinitionChange[]; caption: string }) {
  const t = useT();
  return (
    <section aria-label={caption} className="flex flex-col gap-2">
      <h3 className="text-16">{caption}</h3>
      {changes.length === 0 ? (
        <p className="text-14">{t('definitions.same')}</p>
      ) : (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
          <table className="w-full min-w-140 border-collapse text-14">
            <thead className="border-b border-solid-gray-536">
              <tr>
                {(['item', 'before', 'after'] as const).map((column) => (
                  <th key={column} scope="col" className={`${cell} font-normal whitespace-nowrap`}>
                    {t(`definitions.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changes.map(({ name, label, before, after }) => (
                <tr key={`${name} ${label}`}>
                  <th scope="row" className={`${cell} font-bold`}>
                    {label}
                  </th>
                  <td className={cell}>
                    {before === null ? t('definitions.new') : <del className="bg-red-50 text-red-1000">{before}</del>}
                  </td>
                  <td className={cell}>
                    {after === null ? (
                      t('definitions.gone')
                    ) : (
                      <ins className="bg-green-100 text-green-1100 no-underline">{after}</ins>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
