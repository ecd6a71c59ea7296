import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { readOwnNaming } from '../naming/naming.server';
import { readAdministered } from './administered.server';
import { documentRules } from './documents';
import { readListedRules } from './read-listed.server';
import { formOfRule } from './rule-form';

/**
 * The rules of composition that an administrator looks after, and what is in the documents to take
 * over from. `template`: code of the document's rule that a new one begins as.
 */
export async function readRulePage(
	database: Database,
	actor: Actor,
	asked: { template: string | null; locale: 'vi' | 'en' },
	today: string,
) {
	const units = await readAdministered(database, actor, today);
	const province = units.find(({ level }) => level === 'province');
	const template = documentRules.find(({ code }) => code === asked.template);
	return {
		today,
		units,
		rules: await readListedRules(database, actor, units),
		templates: documentRules.map(({ code, document, clause, wordingVi, wordingEn }) => ({
			code,
			name: asked.locale === 'vi' ? wordingVi : wordingEn,
			group: `${document}, ${clause}`,
		})),
		template: template ? { ...formOfRule(template), validFrom: today } : null,
		province: province ? { ...province, naming: await readOwnNaming(database, province.id) } : null,
	};
}
