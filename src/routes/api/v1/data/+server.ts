import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { listEditions } from '$lib/open-data/files/list-editions.server';
import { formats } from '$lib/open-data/files/open-file.server';
import { app } from '$lib/server/app';
import { answer } from '$lib/server/http';
import { answerReading, readableJson } from '$lib/server/open-reading';
import { lifetimes } from '$lib/server/lifetimes';
import type { RequestHandler } from './$types';

/** Months of open data, the newest first, with the lasting addresses of their newest files. */
export const GET: RequestHandler = ({ locals: { handle }, request, getClientAddress }) =>
	answer(() =>
		answerReading({ request, address: getClientAddress(), pace: 'files' }, async () => {
			const { homeUnit } = app().config;
			const { place, editions } = await listEditions(
				handle.database,
				homeUnit,
				localDay(new Date()),
			);
			const listed = editions.map(({ period, number, approvedAt, versions }) => ({
				...{ period, changeNumber: number, approvedAt, versions },
				files: Object.fromEntries(
					formats.map((format) => [
						format,
						toAddress(`/data/${period}/${number}/communes.${format}`, 'vi'),
					]),
				),
			}));
			const body = { unit: place?.code ?? null, months: listed };
			return readableJson(JSON.stringify(body), lifetimes.reading);
		}),
	);
