import type { UnitKind } from '../contracts/admin-units';
import type { Format } from '../messages/format';

/** `Thôn Trại Mới, Xã Đèo Gia`. */
export function teamOf(
	practice: {
		unitKind: UnitKind;
		unitName: string;
		parentKind: UnitKind | null;
		parentName: string | null;
	},
	format: Format,
): string {
	const { unitKind, unitName, parentKind, parentName } = practice;
	const unit = format.unitName({ kind: unitKind, name: unitName });
	if (parentKind === null || parentName === null) return unit;
	return `${unit}, ${format.unitName({ kind: parentKind, name: parentName })}`;
}
