import { writeAudit } from '../../accounts/audit/audit.server';
import { readMinutesFacts } from '../../awards/council/read-minutes-facts.server';
import type { Actor } from '../../contracts/accounts';
import { seasonPapers, type AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts } from '../../contracts/awards/papers';
import type { Database } from '../../server/db/client';
import { ForbiddenError } from '../../server/errors';
import { mediaTypes, type PaperFile } from '../reports/marked-copy.server';
import { writeDecision } from './decision';
import { writeMinutes } from './minutes';
import { writeNomineeList } from './nominee-list';
import { readPaperSettings } from './settings.server';
import { writeSubmissionLetter } from './submission-letter';
import { writeListXlsx } from './write-list-xlsx.server';

type SeasonPaper = (typeof seasonPapers)[number];
type Writer = (
	facts: MinutesFacts,
	settings: AwardPaperSettings,
	year: number,
) => Promise<Uint8Array>;

const writers: Record<SeasonPaper, { name: string; type: 'docx' | 'xlsx'; write: Writer }> = {
	submission: { name: 'to-trinh', type: 'docx', write: writeSubmissionLetter },
	list: { name: 'danh-sach', type: 'docx', write: writeNomineeList },
	listWorkbook: { name: 'danh-sach', type: 'xlsx', write: writeListXlsx },
	minutes: { name: 'bien-ban-hop-hoi-dong', type: 'docx', write: writeMinutes },
	decision: { name: 'du-thao-quyet-dinh', type: 'docx', write: writeDecision },
};

/** The papers that can be drawn up of what an account knows: minutes without votes would tell of none. */
export const papersOf = ({ drawsUpMinutes }: MinutesFacts): SeasonPaper[] =>
	seasonPapers.filter((paper) => drawsUpMinutes || paper !== 'minutes');

/**
 * Draws up a paper of a season from what the council did, so far as the account may know it; people are
 * named in it, so who took it is written into the log.
 * @throws NotFoundError; ForbiddenError also for the minutes, off the council.
 */
export async function drawUpSeasonPaper(
	database: Database,
	actor: Actor,
	{ seasonId, paper }: { seasonId: number; paper: SeasonPaper },
): Promise<PaperFile> {
	const facts = await readMinutesFacts(database, actor, seasonId);
	if (!papersOf(facts).includes(paper))
		throw new ForbiddenError('The minutes are drawn up by those who sit on the council.');
	const { settings, season } = await readPaperSettings(database, actor, seasonId);
	await writeAudit(database, {
		...{ actor, action: 'award.drawUpPaper', subject: `awardSeason:${seasonId}` },
		details: { paper, nominees: facts.nominees.map(({ nominationId }) => nominationId) },
	});
	const { name, type, write } = writers[paper];
	return {
		name: `${name}-${season.year}.${type}`,
		content: await write(facts, settings, season.year),
		mediaType: mediaTypes[type],
	};
}
