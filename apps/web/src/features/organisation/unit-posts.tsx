import { useUnitPosts } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { TableHead } from '../../shared/ui/table-head';

interface UnitPostsProps {
  unit: string;
  on: string | undefined;
  onPerson: (staffNo: string) => void;
}

/** What a unit is in charge of, its posts and who holds them. */
export function UnitPosts({ unit, on, onPerson }: UnitPostsProps) {
  const t = useT();
  const posts = useUnitPosts(unit, on);
  if (posts.error) return <ProblemNote error={posts.error} onRetry={() => void posts.refetch()} />;
  if (!posts.data) return <Loading lines={6} />;
  const { name, functions, items } = posts.data;
  return (
    <section aria-labelledby="unit-name" className="flex flex-col gap-2">
      <h2 id="unit-name" className="text-18">
        {name}
      </h2>
      {functions.length > 0 && (
        <p className="flex flex-wrap gap-x-3">
          <b className="font-normal text-quiet">{t('organisation.functions')}</b>
          {functions.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </p>
      )}
      {items.length === 0 && <p>{t('organisation.noPosts')}</p>}
      {items.length > 0 && (
        <table className="w-full border-collapse">
          <TableHead columns={['organisation.post', 'organisation.holder', 'organisation.kind']} />
          <tbody>
            {items.map(({ code, title, headship, holders }) => (
              <tr key={code} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  {title} {headship && <span className="text-13 text-quiet">{t('organisation.head')}</span>}
                </th>
                <td className="py-1 pr-3">
                  {holders.length === 0 && <span className="text-quiet">{t('organisation.nobody')}</span>}
                  {holders.map(({ staffNo, name: holder }) => (
                    <button
                      key={staffNo}
                      type="button"
                      className={buttonClass('link')}
                      onClick={() => onPerson(staffNo)}
                    >
                      {holder}
                    </button>
                  ))}
                </td>
                <td className="py-2">{holders.map(({ kind }) => t(`post.${kind}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
