/** What a year's public holidays do to its working days. */
export interface HolidayYear {
	/** Whether the Government has said so; otherwise as the Labour Code has it, with the eve of Tết and of 2 September. */
	decided: boolean;
	source: string;
	/** Days from Monday to Friday on which offices are closed. */
	off: readonly string[];
	/** Days off that are made up for on a Saturday. */
	swaps: readonly Swap[];
}

/** An exchange of working days (hoán đổi ngày làm việc). */
export interface Swap {
	off: string;
	/** The Saturday on which offices are open in exchange. */
	worked: string;
	/** The paper that says so; null where none was found, which the calendar warns about. */
	paper: string | null;
	/** Where it was looked up. */
	found?: string;
}

const law =
	'Bộ luật Lao động số 45/2019/QH14, Điều 111 khoản 3 và Điều 112: tính theo lịch, chờ thông báo chính thức';

/**
 * Days off of Vietnam's offices, the lunar ones (Tết, 10/3 âm lịch) among them, with the days that make
 * up for those on a weekend. A year that isn't here is warned about: only its weekends are known.
 */
export const holidayYears: Readonly<Record<number, HolidayYear>> = {
	2024: {
		decided: true,
		source: 'Thông báo nghỉ Tết và Quốc khánh 2024 của Bộ LĐTBXH',
		off: [
			...['2024-01-01', '2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'],
			...['2024-04-18', '2024-04-29', '2024-04-30', '2024-05-01', '2024-09-02', '2024-09-03'],
		],
		swaps: [
			{
				...{ off: '2024-04-29', worked: '2024-05-04' },
				paper: 'Công văn 2450/VPCP-KGVX ngày 12/4/2024 của Văn phòng Chính phủ',
				found: 'baotintuc.vn (12/4/2024), tiepthigiadinh.vn',
			},
		],
	},
	2025: {
		decided: true,
		source: 'Thông báo nghỉ Tết và Quốc khánh 2025 của Bộ LĐTBXH',
		off: [
			...['2025-01-01', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
			...['2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
		],
		swaps: [
			{
				...{ off: '2025-05-02', worked: '2025-04-26', paper: null },
				found: 'vietnamplus.vn (TTXVN), post1033115',
			},
		],
	},
	2026: {
		decided: true,
		source: 'Thông báo nghỉ Tết và Quốc khánh 2026 của Bộ Nội vụ',
		off: [
			...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
			...['2026-02-20', '2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01'],
			'2026-09-02',
		],
		swaps: [
			{ off: '2026-01-02', worked: '2026-01-10', paper: null },
			{ off: '2026-08-31', worked: '2026-08-22', paper: null },
		],
	},
	2027: {
		decided: false,
		source: law,
		off: [
			...['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
			...['2027-04-16', '2027-04-30', '2027-05-03', '2027-09-01', '2027-09-02'],
		],
		swaps: [],
	},
	2028: {
		decided: false,
		source: law,
		off: [
			...['2028-01-03', '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-01-31'],
			...['2028-04-04', '2028-05-01', '2028-05-02', '2028-09-01', '2028-09-04'],
		],
		swaps: [],
	},
	2029: {
		decided: false,
		source: law,
		off: [
			...['2029-01-01', '2029-02-12', '2029-02-13', '2029-02-14', '2029-02-15', '2029-02-16'],
			...['2029-04-23', '2029-04-30', '2029-05-01', '2029-09-03', '2029-09-04'],
		],
		swaps: [],
	},
	2030: {
		decided: false,
		source: law,
		off: [
			...['2030-01-01', '2030-02-01', '2030-02-04', '2030-02-05', '2030-02-06', '2030-02-07'],
			...['2030-04-12', '2030-04-30', '2030-05-01', '2030-09-02', '2030-09-03'],
		],
		swaps: [],
	},
};
