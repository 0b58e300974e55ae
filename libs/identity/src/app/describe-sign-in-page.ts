import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import {
  type Municipality,
  MunicipalitySettings,
  type OrganisationChart,
  OrganisationCharts,
} from '@fubako/organisation';
import { AccountRows } from '../data/account-rows';
import { SAMPLE_CAST } from './sample-cast';

export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
  readonly role: string;
}

export interface SignInPageFacts {
  readonly municipality: Municipality;
  readonly demo: boolean;
  /** Whether an identity provider may be asked. */
  readonly provider: boolean;
  readonly demoLogins: readonly DemoLogin[];
}

/** What the sign-in page shows before anybody is known. Logins and passwords only where they are printed anyway: in the demo. */
@Injectable()
export class DescribeSignInPage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: Settings,
    private readonly municipality: MunicipalitySettings,
    private readonly charts: OrganisationCharts,
    private readonly accounts: AccountRows,
  ) {}

  /** @throws DomainError organisation.no-municipality before the first import */
  async run(): Promise<SignInPageFacts> {
    const demo = this.settings.values.DEMO && !this.settings.production;
    return this.uow.read(async () => ({
      municipality: await this.municipality.municipality(),
      demo,
      provider: this.settings.values.OIDC_ISSUER !== undefined,
      demoLogins: demo ? await this.demoLogins() : [],
    }));
  }

  private async demoLogins(): Promise<DemoLogin[]> {
    const password = await this.accounts.demoPassword();
    if (password === null) return [];
    const usable = await this.accounts.usableDemos(SAMPLE_CAST.map(({ login }) => login));
    const chart = await this.charts.today();
    return SAMPLE_CAST.flatMap(({ login, role }) => {
      const account = usable.find((candidate) => candidate.login === login);
      return account ? [{ login, password, role, ...placeOf(chart, account.staffNo) }] : [];
    });
  }
}

function placeOf(chart: OrganisationChart, staffNo: Parameters<OrganisationChart['person']>[0]) {
  const [first] = chart.postsOf(staffNo);
  return {
    name: chart.person(staffNo)?.name ?? '',
    title: first?.post.title ?? '',
    unitName: first ? (chart.unit(first.post.unitCode)?.name ?? '') : '',
  };
}
