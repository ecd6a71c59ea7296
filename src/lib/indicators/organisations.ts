import { organisationKinds, type OrganisationKind } from '../contracts/admin-units';

/** Who sells and connects: the post, telecoms and other enterprises. */
export const enterprises: readonly OrganisationKind[] = ['buuChinh', 'vienThong', 'doanhNghiep'];

export const withBanks: readonly OrganisationKind[] = [...enterprises, 'nganHang'];

/** Who goes out to citizens: holds outreach sessions, hands out leaflets. */
export const outreachers: readonly OrganisationKind[] = ['congAn', 'doanThanhNien', 'coQuanKhac'];

export const everyOrganisation: readonly OrganisationKind[] = organisationKinds;
