import type { Unit } from '../contracts/admin-units';
import type { Reading } from '../contracts/coverage';
import type { TicketCategory } from '../contracts/tickets';
import type { Movers, Overdue } from './pick';

/** A target as one line of the page. */
export interface TargetLine {
	code: string;
	name: { vi: string; en: string };
	share: boolean;
	target: number | null;
	current: number | null;
	forecast: number | null;
	standing: 'reached' | 'onTrack' | 'behind' | 'unknown';
}

/** A deadline of the unit itself; ISO instant. */
export interface DeadlineLine {
	period: string;
	title: string | null;
	dueAt: string;
}

/** What the page shows; see `readBrief`. */
export interface BriefView {
	unit: Unit;
	period: { code: string };
	level: 'commune' | 'village' | null;
	headline: {
		provisional: Reading;
		approved: Reading;
		growth: number | null;
	};
	movers: Movers;
	overdue: Overdue;
	targets: TargetLine[];
	requests: {
		total: number;
		categories: { category: TicketCategory; open: number }[];
		oldestSince: string | null;
	};
	asked: {
		overdue: DeadlineLine[];
		deadlines: DeadlineLine[];
		opensReports: boolean;
		approvals: number;
		practices: number;
	};
}
