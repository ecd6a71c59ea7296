import { writeAudit } from '../../accounts/audit/audit.server';
import { readAttestations } from '../../awards/attestation/read-attestation.server';
import { paperNominees } from '../../awards/council/read-minutes-facts.server';
import { readSeasonBase, requireNominee } from '../../awards/council/read-facts.server';
import { readContent } from '../../awards/nominations/read-dossier.server';
import type { Actor } from '../../contracts/accounts';
import type { nomineePapers } from '../../contracts/awards/paper-settings';
import { everyIndicator } from '../../indicators/reportable.server';
import { vi } from '../../messages/vi';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { storedFile } from '../../server/db/schema';
import { fileNameFor } from '../../server/file-name';
import { mediaTypes, type PaperFile } from '../reports/marked-copy.server';
import { writeAchievementReport, type ReportFacts } from './achievement-report';
import { evidencePath, writeDossierZip } from './dossier-zip.server';
import { readPaperSettings } from './settings.server';
import { dayText, momentText, type FigureNames } from './wording';

type NomineePaper = (typeof nomineePapers)[number];

const figureNames: FigureNames = new Map([
	...Object.entries(vi.common.measures),
	...everyIndicator.map(({ code, name }) => [code, name.vi] as const),
]);

/**
 * The achievement report of a nominee, or the whole dossier with it, for those who see the dossier; a
 * person may be named in it, so who took it is written into the log.
 * @throws NotFoundError
 */
export async function drawUpNomineePaper(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; nominationId: number; paper: NomineePaper },
): Promise<PaperFile> {
	const { seasonId, nominationId, paper } = asked;
	const facts = await readReportFacts(database, actor, asked);
	const { settings, season } = await readPaperSettings(database, actor, seasonId);
	await writeAudit(database, {
		...{ actor, action: 'award.drawUpPaper', subject: `nomination:${nominationId}` },
		details: { paper },
	});
	const report = await writeAchievementReport(facts, settings, season.year);
	if (paper === 'report')
		return {
			name: `bao-cao-thanh-tich-${nominationId}.docx`,
			...{ content: report, mediaType: mediaTypes.docx },
		};
	const { nominee, attested } = facts;
	const files = await readFiles(
		database,
		nominee.evidence.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
	);
	const entries = nominee.evidence.flatMap(({ fileId, part, title }, index) => {
		const file = files.find(({ id }) => id === fileId);
		if (!file) return [];
		const { content, name } = file;
		return [{ path: evidencePath(index, name), content, about: { part, title } }];
	});
	const about = { part: 'achievementReport', title: 'Báo cáo thành tích' };
	const content = await writeDossierZip(
		[{ path: 'bao-cao-thanh-tich.docx', content: report, about }, ...entries],
		{
			...{ season: season.name, year: season.year, nomination: nominationId },
			...{ category: nominee.categoryName, missing: nominee.missing },
			attested: attested && { ...attested },
			evidence: nominee.evidence.map(({ part, title, source, approvedAt, figures }) => ({
				...{ part, title, source, approvedAt },
				figures: figures.map((figure) => ({ ...figure })),
			})),
		},
	);
	return { name: `ho-so-${nominationId}.zip`, content, mediaType: 'application/zip' };
}

async function readReportFacts(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId }: { seasonId: number; nominationId: number },
): Promise<ReportFacts> {
	const base = await readSeasonBase(database, actor, seasonId);
	const candidate = await requireNominee(database, actor, base, {
		nominationId,
		may: 'seesDossier',
	});
	const [nominee] = await paperNominees(database, base, [candidate]);
	if (!nominee) throw new Error('A nominee that was found is named.');
	const content = await readContent(database, base, candidate);
	const { attestations } = await readAttestations(database, { id: nominationId, ...content });
	const last = attestations.findLast(({ state }) => state === 'holds');
	return {
		...{ nominee, merits: content.merits, figureNames },
		earlierAwards: content.flags.flatMap((flag) =>
			flag.kind === 'recentAward'
				? [`${flag.fact.title} (${flag.fact.source}, ngày ${dayText(flag.fact.happenedOn)})`]
				: [],
		),
		attested: last
			? {
					...{ name: last.name, post: last.post, sha256: last.contentHash },
					at: momentText(last.at.toISOString()),
				}
			: null,
	};
}

async function readFiles(database: Database, ids: readonly number[]) {
	const stored = await database
		.select({
			id: storedFile.id,
			name: storedFile.name,
			mediaType: storedFile.mediaType,
			content: storedFile.content,
		})
		.from(storedFile)
		.where(among(storedFile.id, ids));
	return stored.map(({ id, content, name, mediaType }) => ({
		...{ id, content, name: fileNameFor(name, mediaType) },
	}));
}
