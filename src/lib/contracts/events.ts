import type { Period } from './reports';
import type { UnitFigures, UnitStatus } from './coverage';
import type { Unit } from './admin-units';
import type { CorrectionCause } from './publication';
import { usualMostHouseholds } from './register-limit';
import type { ScreenReport, ScreenShow } from './screens';

/**
 * What one change-log entry says, always in absolute values, so that applying it twice is harmless.
 * - `figures`: the figures of one unit in one period on one basis, null when there are none left.
 *   `path` holds the unit and all its ancestors; `public` entries are already free of small counts.
 *   `correction`: an approved report of it, or of a unit below, was replaced by another one.
 * - `status`: how far the unit's reporting has come; always public.
 * - `structure`: units, boundaries or registers changed, or the record of what was public; every
 *   screen takes a new snapshot.
 * - `screen`: what a remote control has a paired screen show, null when it goes its own way; internal.
 * - `session`: a council's session moved on; internal, and it says nothing but that. `path` as above.
 */
export type ChangePayload =
	| {
			type: 'figures';
			audience: 'public' | 'internal';
			path: number[];
			level: Unit['level'];
			periodId: number;
			unitId: number;
			figures: UnitFigures | null;
			basis: UnitFigures['basis'];
			correction?: CorrectionCause;
	  }
	| {
			type: 'status';
			path: number[];
			level: Unit['level'];
			periodId: number;
			unitId: number;
			status: UnitStatus;
	  }
	| { type: 'structure' }
	| { type: 'session'; path: number[]; seasonId: number }
	| { type: 'screen'; path: number[]; screenId: number; show: ScreenShow | null };

export type Change = ChangePayload & { number: number; at: string };

/**
 * A run of changes for one stream. `after` and `upTo` are change-log numbers: a client whose last
 * number is below `after` has a gap; one that is at or above `upTo` has seen it all.
 */
export interface ChangeBatch {
	after: number;
	upTo: number;
	changes: Change[];
}

/** A unit of the snapshot with what a map and a table need beside its figures. */
export interface SnapshotUnit extends Unit {
	/** Households on the register, null = unknown. */
	register: number | null;
	/** The most that it may report of them unexplained, where that isn't the register with its usual margin. */
	mostHouseholds?: number | null;
	/** Reports that are due from this unit and below it in the period; 0 = not required. */
	reportsRequired: number;
	/** ISO instant at which its own report is due, where that isn't as the snapshot's period says. */
	due?: string;
	/** The province that a commune of the country lies in, where that isn't its parent. */
	provinceId?: number;
}

/** How many households the register of a unit allows it to report. */
export const mostHouseholdsOf = ({ mostHouseholds, register }: SnapshotUnit): number | null =>
	mostHouseholds === undefined ? usualMostHouseholds(register) : mostHouseholds;

/** The province that a commune of a country's snapshot lies in. */
export const provinceIdOf = ({ provinceId, parentId }: SnapshotUnit): number | null =>
	provinceId ?? parentId;

/** Everything one screen shows for one period, with the number from which changes follow. */
export interface Snapshot {
	number: number;
	/** The server's clock, ISO. */
	at: string;
	period: Period;
	scope: SnapshotUnit;
	/** The scope's communes valid on the last day of the period. */
	units: SnapshotUnit[];
	/** Those of a country on that day; none of anything smaller. */
	provinces: SnapshotUnit[];
	/** Of the scope, its provinces and communes; provisional figures only on an internal stream. */
	figures: UnitFigures[];
	statuses: UnitStatus[];
	/** The month before, for movement; null at the very beginning. */
	previous: { period: Period; figures: UnitFigures[] } | null;
	/** Only the scope's own figures are in it: what a large page opens with, and follows up with the whole. */
	partial?: boolean;
}

/** Socket.IO events; one file for both ends. Times are ISO instants. */
export interface ServerToClientEvents {
	changes: (batch: ChangeBatch) => void;
	/** Every 3 s: nothing is missing up to `upTo` for a client that has everything up to `after`. */
	heartbeat: (beat: { after: number; upTo: number; at: string }) => void;
	/** The session ended: sign in again. The server disconnects right after. */
	signedOut: () => void;
}

/** After `failed`, a trouble of the server's, the client asks again by itself. */
export type SubscribeReply =
	| ({ ok: true } & ChangeBatch)
	| { ok: false; reason: 'snapshotNeeded' | 'forbidden' | 'invalid' | 'failed' };

export interface ClientToServerEvents {
	/** Joins the stream; the reply holds what came after `after`, then `changes` follow. */
	subscribe: (
		request: { stream: 'public' | 'internal'; after: number },
		reply: (answer: SubscribeReply) => void,
	) => void;
	/** How a paired screen is; nobody else is listened to. */
	report: (report: ScreenReport) => void;
}
