import { fillDemo } from '../../../src/lib/demo/fill/fill.server';
import type { Happening } from '../../../src/lib/demo/history/history';
import { imagineDemo } from '../../../src/lib/demo/imagine';
import { syncCatalogue } from '../../../src/lib/indicators/sync.server';
import { openDatabase } from '../../../src/lib/server/db/client';
import { prepareDatabase } from '../../../src/lib/server/db/prepare';

/** The demo province as it stands when the clock begins: `tsx fill-world.ts FOLDER FROM`. */
const [folder = '', from = ''] = process.argv.slice(2);
const demo = imagineDemo(new Date());
/** What the pictures show doesn't reach further back, and half of the months take half of the time. */
const happenings = demo.happenings.flatMap((each): Happening[] => {
	if (each.kind === 'submit') {
		const reports = each.reports.filter(({ period }) => period >= from);
		return reports.length > 0 ? [{ ...each, reports }] : [];
	}
	const decisions = each.decisions.filter(({ period }) => period >= from);
	return decisions.length > 0 ? [{ ...each, decisions }] : [];
});

const handle = await openDatabase({ dataDirectory: folder });
try {
	await prepareDatabase(handle);
	await syncCatalogue(handle.database);
	await fillDemo(handle.database, { ...demo, happenings }, () => {});
} finally {
	await handle.close();
}
