import { pageNumber } from '../../contracts/text/address';
import { isDay } from '../../contracts/local-time';

/** What an audit list is narrowed down to. */
export interface AuditFilter {
	/** Sign-in name of who did it; empty: everybody. */
	account: string;
	/** Empty: every action. */
	action: string;
	/** Local day `YYYY-MM-DD`; empty: all. */
	day: string;
	/** From 1. */
	page: number;
}

export function auditFilterOf(parameters: URLSearchParams): AuditFilter {
	const day = parameters.get('ngay') ?? '';
	return {
		account: (parameters.get('tai-khoan') ?? '').trim(),
		action: parameters.get('viec') ?? '',
		day: isDay(day) ? day : '',
		page: pageNumber(parameters),
	};
}
