import type { Actor } from '../contracts/accounts';
import type { WorkMessages } from '../messages';
import type { Format } from '../messages/format';
import type { Database } from '../server/db/client';
import { partnerText } from './content-lines';
import { listActivities, type ActivitySelection } from './list.server';

/** More than a province notes down in a month. */
const mostRows = 20_000;

/** The chosen part of the log as rows of a table, its headings first. */
export async function exportActivities(
	database: Database,
	actor: Actor,
	selection: Omit<ActivitySelection, 'page' | 'pageSize'>,
	{ t, format }: { t: WorkMessages['activities']; format: Format },
): Promise<(string | number | null)[][]> {
	const page = { page: 1, pageSize: mostRows };
	const { activities } = await listActivities(database, actor, { ...selection, ...page });
	const { view } = t;
	const heads = [
		...[view.heldOn, view.kind, view.topic, view.form, view.audiences, view.partners],
		...[view.place, view.by, t.list.above, view.attendance, view.households, view.leaflets],
		...[view.youths, t.list.cancelled],
	];
	return [
		heads,
		...activities.map((one) => [
			format.date(one.heldOn),
			...[t.kinds[one.kind], t.topics[one.topic], t.forms[one.form]],
			one.audiences.map((audience) => t.audiences[audience]).join(', '),
			one.partners.map((partner) => partnerText(partner, t)).join(', '),
			one.place,
			format.unitName({ kind: one.unitKind, name: one.unitName }),
			one.parentName,
			...[one.attendance, one.households, one.leaflets, one.youths],
			one.cancelled ? view.yes : '',
		]),
	];
}
