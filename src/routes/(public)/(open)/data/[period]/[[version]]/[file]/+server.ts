import { isMonth, localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { openFile } from '$lib/open-data/files/open-file.server';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { answer } from '$lib/server/http';
import { answerReading } from '$lib/server/open-reading';
import { lifetimes } from '$lib/server/lifetimes';
import type { RequestHandler } from './$types';

/** `latest` in place of a month or a change number means the newest. */
const isNumber = (text: string) => /^\d{1,15}$/.test(text);

/** A file under an address that stays; the newest has its lasting address in `content-location`. */
export const GET: RequestHandler = ({ locals: { handle }, params, request, getClientAddress }) =>
	answer(() =>
		answerReading({ request, address: getClientAddress(), pace: 'files' }, async () => {
			const { period, version = 'latest', file: name } = params;
			const isPinned = isMonth(period) && isNumber(version);
			if (!isPinned && version !== 'latest') throw new NotFoundError('There is no such version.');
			if (!isMonth(period) && period !== 'latest')
				throw new NotFoundError('There is no such month.');
			const { edition, savedName, type, tag, read } = await openFile(handle.database, {
				homeCode: app().config.homeUnit,
				period: period === 'latest' ? null : period,
				number: isPinned ? Number(version) : null,
				...{ name, today: localDay(new Date()) },
			});
			const folder = toAddress(`/data/${edition.period}/${edition.number}`, 'vi');
			return {
				...{ tag, read },
				headers: {
					'content-type': type,
					'content-location': `${folder}/${name}`,
					'content-disposition': `inline; filename="${savedName}"`,
					link: ['datapackage.json', 'SHA256SUMS']
						.map((beside) => `<${folder}/${beside}>; rel="describedby"`)
						.join(', '),
					'cache-control': isPinned ? lifetimes.edition : lifetimes.reading,
				},
			};
		}),
	);
