import type { BaseMessages, Locale } from './index';
import type { Unit } from '../contracts/admin-units';

const timeZone = 'Asia/Ho_Chi_Minh';

/** Numbers, dates and names as a reader of the locale expects them, always in Vietnam's time. */
export function createFormat(locale: Locale, messages: BaseMessages) {
	const tag = locale === 'vi' ? 'vi-VN' : 'en-GB';
	const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
	const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
	const share = new Intl.NumberFormat(tag, { style: 'percent', ...oneDecimal });
	const wholeShare = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
	const percentage = new Intl.NumberFormat(tag, oneDecimal);
	const points = new Intl.NumberFormat(tag, { ...oneDecimal, signDisplay: 'exceptZero' });
	const date = new Intl.DateTimeFormat(tag, {
		timeZone,
		day: 'numeric',
		month: 'numeric',
		year: 'numeric',
	});
	const time = new Intl.DateTimeFormat(tag, { timeZone, hour: '2-digit', minute: '2-digit' });
	const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'always' });

	return {
		number: (value: number) => whole.format(value),
		/** 0.784 → `78,4%`. */
		share: (value: number) => share.format(value),
		/** A share that is a round number, as thresholds are: 0.5 → `50%`. */
		wholeShare: (value: number) => wholeShare.format(value),
		/** 0.784 → `78,4`, where the column says that it is %. */
		percentage: (value: number) => percentage.format(value * 100),
		/** A difference of shares: 0.023 → `+2,3` (percentage points). */
		points: (difference: number) => points.format(difference * 100),
		/** An instant or a local day `YYYY-MM-DD` → `21/11/2026`. */
		date: (value: string | Date) =>
			date.format(
				typeof value === 'string' && value.length === 10
					? new Date(`${value}T00:00:00+07:00`)
					: new Date(value),
			),
		/** An instant → `20:41`. */
		time: (value: string | Date) => time.format(new Date(value)),
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
		/** How long ago, from milliseconds. */
		ago: (milliseconds: number) => {
			const seconds = Math.max(0, Math.round(milliseconds / 1000));
			if (seconds < 60) return relative.format(-seconds, 'second');
			if (seconds < 3600) return relative.format(-Math.round(seconds / 60), 'minute');
			if (seconds < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
			return relative.format(-Math.round(seconds / 86_400), 'day');
		},
		/** `Xã Đèo Gia` in Vietnamese, `Đèo Gia commune` in English. */
		unitName: (unit: Pick<Unit, 'kind' | 'name'>) => {
			const kind = messages.common.kinds[unit.kind];
			if (kind === '') return unit.name;
			return locale === 'vi' ? `${kind} ${unit.name}` : `${unit.name} ${kind.toLowerCase()}`;
		},
	};
}

export type Format = ReturnType<typeof createFormat>;
