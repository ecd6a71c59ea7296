/**
 * From the whole country down to a hamlet. A district is optional: it ended on 1/7/2025. An organisation
 * (a department, the police, the post, a newspaper) stands beside the communes of a province, district or
 * commune: it reports what is its own, and has no households.
 */
export const unitLevels = [
	'country',
	'province',
	'district',
	'commune',
	'village',
	'organisation',
] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** What an organisation is: its form asks for what such an organisation does. */
export const organisationKinds = [
	'coQuanGiaoDuc',
	'congAn',
	'doanThanhNien',
	'baoChi',
	'buuChinh',
	'vienThong',
	'nganHang',
	'doanhNghiep',
	'coQuanKhac',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const unitKinds = [
	'quocGia',
	'tinh',
	'thanhPho',
	'quan',
	'huyen',
	'thiXa',
	'xa',
	'phuong',
	'thiTran',
	'dacKhu',
	'thon',
	'ban',
	'toDanPho',
	'khuPho',
	'ap',
	'khom',
	'xom',
	'buon',
	'bon',
	'plei',
	'lang',
	'phum',
	'soc',
	'noc',
	'khu',
	'khuDanCu',
	'khuVuc',
	'tieuKhu',
	'khoi',
	'khoiPho',
	'pho',
	'to',
	'toDanCu',
	'toNhanDan',
	'cum',
	'cumDanCu',
	'doi',
	'chom',
	...organisationKinds,
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A unit as every screen needs it. `code` is a string with its leading zeros; dates are `YYYY-MM-DD`. */
export interface Unit {
	id: number;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	parentId: number | null;
	validFrom: string;
	/** Exclusive; null while the unit exists. */
	validTo: string | null;
	/** Where it lies, if others beside it bear the same name: see `tellApart`. */
	within?: PlaceName | undefined;
}

/** What a unit is called. */
export type PlaceName = Pick<Unit, 'kind' | 'name'>;
