/**
 * From the whole country down to a hamlet. A district is optional: it ended on 1/7/2025. An enterprise
 * (post, telecoms) stands right under a province: it reports what it did, and has no households.
 */
export const unitLevels = [
	'country',
	'province',
	'district',
	'commune',
	'village',
	'enterprise',
] as const;
export type UnitLevel = (typeof unitLevels)[number];

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
	'doanhNghiep',
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
}
