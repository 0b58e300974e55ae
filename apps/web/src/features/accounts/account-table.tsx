import { MenuItem } from 'react-aria-components';
import type { AccountLine } from '../../shared/api/accounts';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { MenuButton, menuItemClass } from '../../shared/ui/menu-button';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';
import { type AccountAct, actsOf } from './account-acts';

interface AccountTableProps {
  accounts: readonly AccountLine[];
  onAct: (account: AccountLine, act: AccountAct) => void;
}

export function AccountTable({ accounts, onAct }: AccountTableProps) {
  const { t } = useLanguage();
  return (
    <div
      className="overflow-x-auto rounded-8 border border-line bg-white p-3"
      tabIndex={0}
      role="group"
      aria-label={t('accounts.title')}
    >
      <table className="w-full border-collapse">
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {(
              [t('accounts.person'), t('signIn.login'), t('accounts.state'), t('my.factors'), t('my.lastUse')] as const
            ).map((label) => (
              <th key={label} scope="col" className="py-1 pr-4">
                {label}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.staffNo} account={account} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AccountRow({ account, onAct }: { account: AccountLine } & Pick<AccountTableProps, 'onAct'>) {
  const { t, locale } = useLanguage();
  const { staffNo, name, login, state, hasTotp, passkeys, openSessions, seenAt } = account;
  const factors = [hasTotp ? t('my.totp') : '', passkeys > 0 ? t('accounts.passkeys', { n: passkeys }) : ''];
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2 pr-4 text-left font-normal whitespace-nowrap">
        <b>{name}</b> <span className="text-13 text-quiet">{staffNo}</span>
      </th>
      <td className="py-2 pr-4 whitespace-nowrap">{login}</td>
      <td className="py-2 pr-4">
        <Chip {...(state === 'disabled' ? { tone: 'warn' as const } : {})}>{t(`accounts.state.${state}`)}</Chip>
      </td>
      <td className="py-2 pr-4">{factors.filter(Boolean).join(', ') || t('common.none')}</td>
      <td className="py-2 pr-4 whitespace-nowrap">
        {seenAt ? `${formatDay(townDay(seenAt), locale)} ${townTime(seenAt)}` : t('common.none')}
        {openSessions > 0 && (
          <span className="ml-2 text-13 text-quiet">{t('accounts.sessions', { n: openSessions })}</span>
        )}
      </td>
      <td className="py-2 text-right whitespace-nowrap">
        <MenuButton
          name={t('accounts.actsOf', { name })}
          label={t('accounts.acts')}
          className="border border-solid-gray-536"
        >
          {actsOf(account).map((act) => (
            <MenuItem key={act} className={menuItemClass} onAction={() => onAct(account, act)}>
              {t(`accounts.act.${act}`)}
            </MenuItem>
          ))}
        </MenuButton>
      </td>
    </tr>
  );
}
