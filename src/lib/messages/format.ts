import type { BaseMessages, Locale } from './types';
import type { Unit } from '../contracts/admin-units';
import { shownPoints, shownShare } from '../contracts/numbers/shown-share';

const timeZone = 'Asia/Ho_Chi_Minh';

/** The first of a kind takes a slow phone fifty milliseconds to make: none is made before it is needed. */
function onceAsked<Made>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => (made ??= make());
}

/** Numbers, dates and names as a reader of the locale expects them, always in Vietnam's time. */
export function createFormat(locale: Locale, messages: BaseMessages) {
	const tag = locale === 'vi' ? 'vi-VN' : 'en-GB';
	const numbers = (options: Intl.NumberFormatOptions) =>
		onceAsked(() => new Intl.NumberFormat(tag, options));
	const whole = numbers({ maximumFractionDigits: 0 });
	const typed = numbers({ maximumFractionDigits: 10 });
	const fourDecimals = numbers({ minimumFractionDigits: 4, maximumFractionDigits: 4 });
	const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
	const share = numbers({ style: 'percent', ...oneDecimal });
	const wholeShare = numbers({ style: 'percent', maximumFractionDigits: 0 });
	const percentage = numbers(oneDecimal);
	const partOfTarget = numbers({ style: 'percent', maximumFractionDigits: 1 });
	const points = numbers({ ...oneDecimal, signDisplay: 'exceptZero' });
	const date = onceAsked(
		() =>
			new Intl.DateTimeFormat(tag, {
				timeZone,
				day: 'numeric',
				// `1/11/2026` would be a day in January to many who read English.
				month: locale === 'vi' ? 'numeric' : 'long',
				year: 'numeric',
			}),
	);
	const time = onceAsked(
		() => new Intl.DateTimeFormat(tag, { timeZone, hour: '2-digit', minute: '2-digit' }),
	);
	const relative = onceAsked(() => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }));

	return {
		number: (value: number) => whole().format(value),
		/** A number as it was typed, with its decimals: 1234.5 → `1.234,5`. */
		typed: (value: number) => typed().format(value),
		/** What was computed, with all four decimals: 22.612 alone reads as thousands. */
		computed: (value: number) => fourDecimals().format(value),
		/** 0.784 → `78,4%`; never more than all, and never in another class than its own. */
		share: (value: number) => share().format(shownShare(Math.min(1, value))),
		/** A share that is a round number, as thresholds are: 0.5 → `50%`. */
		wholeShare: (value: number) => wholeShare().format(value),
		/** 0.784 → `78,4`, where the column says that it is %. */
		percentage: (value: number) => percentage().format(shownShare(Math.min(1, value)) * 100),
		/** A part of a target, which may be surpassed: 1.205 → `120,5%`, 0.8 → `80%`. */
		partOfTarget: (value: number) => partOfTarget().format(shownShare(value)),
		/** How much of a register was reported, in a sentence of its own; more than all is said in words. */
		reported: (value: number, sentence: (share: string) => string) =>
			value > 1 ? messages.common.overRegister : sentence(share().format(shownShare(value))),
		/** A difference of shares: 0.023 → `+2,3` (percentage points). */
		points: (difference: number) => points().format(shownPoints(difference) * 100),
		/** The same without a sign: 0.023 → `2,3`. */
		distance: (difference: number) => percentage().format(Math.abs(shownPoints(difference)) * 100),
		/** An instant (if a number, in milliseconds) or a local day → `21/11/2026`, `21 November 2026`. */
		date: (value: string | Date | number) =>
			date().format(
				typeof value === 'string' && value.length === 10
					? new Date(`${value}T00:00:00+07:00`)
					: new Date(value),
			),
		/** An instant → `20:41`. */
		time: (value: string | Date | number) => time().format(new Date(value)),
		/** `2026-10` → `tháng 10/2026`. */
		month: (code: string) => messages.common.month(Number(code.slice(5)), Number(code.slice(0, 4))),
		/** `2026-10` → `10/2026`. */
		monthShort: (code: string) =>
			messages.common.monthShort(Number(code.slice(5)), Number(code.slice(0, 4))),
		/** `tháng 10/2026`, `quý 4/2026`, `năm 2026`, or an ad hoc report's title. */
		period: ({ code, title = null }: { code: string; title?: string | null }) => {
			const [, year, quarter, month] = /^(\d{4})(?:-(?:Q(\d)|(\d\d)))?$/.exec(code) ?? [];
			const { common } = messages;
			if (year === undefined) return common.adHoc(title ?? code);
			if (month !== undefined) return common.month(Number(month), Number(year));
			if (quarter !== undefined) return common.quarter(Number(quarter), Number(year));
			return common.year(Number(year));
		},
		/** 2 → `2 ngày`; 0 → `chưa đến một ngày`. */
		days: (count: number) => messages.common.days(count, whole().format(count)),
		/** How long ago, from milliseconds. */
		ago: (milliseconds: number) => {
			const seconds = Math.max(0, Math.round(milliseconds / 1000));
			if (seconds < 60) return relative().format(-seconds, 'second');
			if (seconds < 3600) return relative().format(-Math.round(seconds / 60), 'minute');
			if (seconds < 86_400) return relative().format(-Math.round(seconds / 3600), 'hour');
			return relative().format(-Math.round(seconds / 86_400), 'day');
		},
		/**
		 * `Xã Đèo Gia` in Vietnamese, `Đèo Gia commune` in English; with the place that tells it apart
		 * from others of its name, `Xã Tân An (Cà Mau)`.
		 */
		unitName: ({ kind, name, within }: Pick<Unit, 'kind' | 'name' | 'within'>) => {
			const word = messages.common.kinds[kind];
			const place = within ? ` (${within.name})` : '';
			if (word === '') return `${name}${place}`;
			return locale === 'vi' ? `${word} ${name}${place}` : `${name} ${word.toLowerCase()}${place}`;
		},
		/** An office is named by Vietnamese words, where a place has a name that belongs to no language. */
		unitLanguage: ({ kind }: Pick<Unit, 'kind'>) =>
			messages.common.kinds[kind] === '' ? ('vi' as const) : undefined,
		/** An ad hoc report has a title that somebody gave it, in Vietnamese. */
		periodLanguage: ({ title = null }: { title?: string | null }) =>
			title === null ? undefined : ('vi' as const),
	};
}

export type Format = ReturnType<typeof createFormat>;
