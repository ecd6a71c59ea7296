import type { BrowserContext } from '@playwright/test';
import type { Snapshot } from '../../src/lib/contracts/events';
import type { CorrectionCause } from '../../src/lib/contracts/publication';
import { accountOf, serverAddress } from './environment';

export interface Reporting {
	/** What the province's accounts see. */
	snapshot: () => Promise<Snapshot>;
	/** A commune's own report, in which every household is able. @returns its revision. */
	submit: (code: string, households: number, reason?: string) => Promise<number>;
	/** @param words what the approver adds, to the office and to everybody. */
	approve: (
		code: string,
		revision: number,
		words?: { comment?: string; cause?: CorrectionCause },
	) => Promise<void>;
}

/** Who changes a commune's figures: what one test leaves behind is what another would have to explain. */
const owners = ['live', 'journalist', 'approved', 'returned', 'canaries'] as const;

type Registered = Snapshot['units'][number] & { register: number };

/** Communes of which it is known how many households they have. */
export const registeredCommunes = ({ units }: Snapshot): Registered[] =>
	units.flatMap(({ register, ...unit }) =>
		register !== null && register > 500 ? [{ ...unit, register }] : [],
	);

/** A commune with a register that no other test reports for. */
export function communeOf(snapshot: Snapshot, owner: (typeof owners)[number]): Registered {
	const commune = registeredCommunes(snapshot)[owners.indexOf(owner)];
	if (!commune) throw new Error('The demo has communes with a register.');
	return commune;
}

/**
 * Reports and approves under two accounts, as people do: who enters doesn't approve.
 * @param month `2026-10`; undefined: the one that is shown.
 */
export const reporting = (
	newContext: () => Promise<BrowserContext>,
	month?: string,
): Promise<Reporting> =>
	reportingAt(serverAddress, newContext, {
		...{ reporter: accountOf('reporter'), approver: accountOf('approver'), month },
	});

interface By {
	reporter: { name: string; password: string };
	approver: { name: string; password: string };
	month: string | undefined;
}

/** The same at any server. */
export async function reportingAt(
	address: string,
	newContext: () => Promise<BrowserContext>,
	by: By,
): Promise<Reporting> {
	const headers = { origin: address };
	const signedIn = async ({ name, password }: By['reporter']) => {
		const { request } = await newContext();
		await request.post(`${address}/dang-nhap`, { form: { name, password }, headers });
		return request;
	};
	const reporter = await signedIn(by.reporter);
	const approver = await signedIn(by.approver);
	const snapshot = async () => {
		const answer = await approver.get(`${address}/api/v1/snapshot?stream=internal`);
		return (await answer.json()) as Snapshot;
	};
	const period = by.month ?? (await snapshot()).period.code;
	return {
		snapshot,
		async submit(code, households, reason = 'số liệu thử') {
			const counts = Object.fromEntries(
				[
					'skill1',
					'skill2',
					'skill3',
					'skill4',
					'skill5',
					'allFive',
					'vneid',
					'serviceAccount',
				].map((field) => [field, households]),
			);
			const householdSkills = { ...counts, households, assisted: 0 };
			const answer = await reporter.post(`${address}/api/v1/reports`, {
				data: { unit: code, period, householdSkills, reason },
				headers,
			});
			const text = await answer.text();
			const revision = /"revision":(\d+)/.exec(text)?.[1];
			if (revision === undefined) throw new Error(text);
			return Number(revision);
		},
		async approve(code, revision, words = {}) {
			const path = `/api/v1/reports/${code}/${period}/decision`;
			const data = { decision: 'approve', revision, ...words };
			const answer = await approver.post(`${address}${path}`, { data, headers });
			if (!answer.ok()) throw new Error(await answer.text());
		},
	};
}
