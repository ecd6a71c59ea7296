import type { Actor } from '../../contracts/accounts';
import { wholeNumber } from '../../contracts/text/address';
import type { Database } from '../../server/db/client';
import { idParameter, textFields, textValues } from '../../server/form';
import { formAnswer } from '../../server/http';
import { changePeers } from './change-peers.server';
import { fixPeers } from './fix-peers.server';

interface Posted {
	database: Database;
	actor: Actor;
	season: string;
	data: FormData;
}

export const fixPeersByForm = ({ database, actor, season, data }: Posted) =>
	formAnswer(textFields(data), async () => {
		const categoryId = idParameter(textFields(data)['categoryId'] ?? '');
		await fixPeers(database, actor, { seasonId: idParameter(season), categoryId }, new Date());
		return { done: 'fixed' as const };
	});

export const changePeersByForm = ({ database, actor, season, data }: Posted) => {
	const entered = textFields(data);
	return formAnswer(entered, async () => {
		const input = {
			categoryId: wholeNumber(entered['categoryId']),
			unitId: wholeNumber(entered['unitId']),
			reason: entered['reason'] ?? '',
			peers: [...textValues(data, 'peers'), ...textValues(data, 'added')]
				.filter((value) => value !== '')
				.map((value) => wholeNumber(value)),
		};
		await changePeers(database, actor, idParameter(season), input, new Date());
		return { done: 'changed' as const };
	});
};
