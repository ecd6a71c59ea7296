import type { APIRequestContext } from '@playwright/test';
import { readMeasure } from '../../src/lib/contracts/coverage';
import type { Snapshot, SnapshotUnit } from '../../src/lib/contracts/events';
import { searchKey } from '../../src/lib/contracts/text/search-key';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';

export const format = createFormat('vi', vi);
export const slugOf = ({ code, name }: SnapshotUnit) =>
	`${code}-${searchKey(name).replaceAll(' ', '-')}`;

/** A commune of the public map that has an approved share. */
export async function shownCommune(request: APIRequestContext) {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	for (const unit of snapshot.units) {
		const figures = snapshot.figures.find(
			(figures) => figures.unitId === unit.id && figures.basis === 'approved',
		);
		const reading = readMeasure(figures, 'allFive', unit.register);
		if (reading.kind === 'share') return { snapshot, unit, figures, reading };
	}
	throw new Error('No commune has an approved share.');
}
