import { createContext } from 'svelte';
import type { FormCatalogue } from '../../contracts/indicators';
import { formKindOf, type Period } from '../../contracts/reports';
import { assess, type Assessment } from '../intake/assess';
import { enteredReport, householdFields, type Entered } from '../form/form';
import {
	askForSync,
	channelName,
	deviceOwner,
	keepStorage,
	newId,
	now,
	onlyOneSender,
} from './device';
import type { DeviceStore } from './device-store';
import { KeptWork } from './KeptWork.svelte';
import { entryKey, queue, reopen, type KeptEntry } from './kept-entry';
import { entryAddress, nextAttempt } from './send';
import { countTally, type TallyRow } from './tally';
import type { EntryReport, EntryWork } from './work';

/** How the server sees this device, as far as it has said so. */
export type Standing = 'unknown' | 'signedIn' | 'signedOut' | 'notAllowed' | 'failed';

/** An account's reports on this device: what may be entered, drafts, the queue, and their way to the server. */
export class EntryDesk {
	readonly #locale: string;
	readonly #kept: KeptWork;
	#standing = $state<Standing>('unknown');
	#isOnline = $state(true);
	#isReady = $state(false);
	#isSending = $state(false);
	#sending: Promise<void> = Promise.resolve();
	#channel: BroadcastChannel | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(locale: string, store: DeviceStore) {
		this.#locale = locale;
		this.#kept = new KeptWork(store);
	}

	get work() {
		return this.#kept.work;
	}
	/** When the list came from the server; ISO. */
	get takenAt() {
		return this.#kept.takenAt;
	}
	get standing() {
		return this.#standing;
	}
	get isOnline() {
		return this.#isOnline;
	}
	/** What the device keeps has been read. */
	get isReady() {
		return this.#isReady;
	}
	get isSending() {
		return this.#isSending;
	}
	get keeping() {
		return this.#kept.keeping;
	}
	get waiting(): number {
		return this.#kept.entries.filter(({ state }) => state === 'waiting').length;
	}

	/** Call once on the page. @returns what undoes it. */
	start(): () => void {
		this.#isOnline = navigator.onLine;
		this.#channel =
			'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : undefined;
		const online = () => {
			this.#isOnline = true;
			void this.#renew();
		};
		const offline = () => (this.#isOnline = false);
		const visible = () => {
			if (document.visibilityState === 'visible') void this.#renew();
		};
		const sent = () => void this.#readEntries();
		const leaving = (event: BeforeUnloadEvent) => {
			if (this.#kept.wouldLose) event.preventDefault();
		};
		addEventListener('beforeunload', leaving);
		addEventListener('online', online);
		addEventListener('offline', offline);
		document.addEventListener('visibilitychange', visible);
		this.#channel?.addEventListener('message', sent);
		void this.#open();
		return () => {
			removeEventListener('beforeunload', leaving);
			removeEventListener('online', online);
			removeEventListener('offline', offline);
			document.removeEventListener('visibilitychange', visible);
			this.#channel?.close();
			clearTimeout(this.#timer);
		};
	}

	async #open(): Promise<void> {
		await this.#kept.show(deviceOwner(document.cookie));
		this.#plan();
		this.#isReady = true;
		await this.#renew();
	}

	async #readEntries(): Promise<void> {
		await this.#kept.readEntries();
		this.#plan();
	}

	/** Sends what waits, then takes the newest list. */
	async #renew(): Promise<void> {
		if (!navigator.onLine) {
			this.#isOnline = false;
			return;
		}
		await this.send(true);
		let response: Response;
		try {
			response = await fetch(`${entryAddress}?ngon-ngu=${this.#locale}`);
		} catch {
			this.#standing = 'failed';
			return;
		}
		if (response.status === 401) this.#standing = 'signedOut';
		else if (response.status === 403) this.#standing = 'notAllowed';
		else if (!response.ok) this.#standing = 'failed';
		else {
			await this.#kept.take((await response.json()) as EntryWork, now());
			this.#standing = 'signedIn';
			this.#plan();
			keepStorage();
		}
	}

	/**
	 * One after the other, so that what is queued while another runs isn't left behind by it.
	 * @param impatient also what is pausing after a failure.
	 */
	send(impatient: boolean): Promise<void> {
		const sent = this.#sending.then(() => this.#sendNow(impatient));
		this.#sending = sent.catch(() => undefined);
		return sent;
	}

	async #sendNow(impatient: boolean): Promise<void> {
		this.#isSending = true;
		try {
			await onlyOneSender(async () => {
				const result = await this.#kept.send({
					impatient,
					now: Date.now,
					fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
				});
				if (result === 'signIn') this.#standing = 'signedOut';
			});
		} finally {
			this.#isSending = false;
		}
		await this.#readEntries();
	}

	/** Wakes up when the next attempt is due. */
	#plan(): void {
		clearTimeout(this.#timer);
		const due = nextAttempt(this.#kept.entries);
		if (due === null || due === 0 || this.#standing === 'signedOut') return;
		this.#timer = setTimeout(() => void this.send(false), Math.max(0, due - Date.now()));
	}

	entryOf({ unit, period }: EntryReport): KeptEntry | undefined {
		return this.#kept.find(unit.code, period);
	}

	/** What the form shows: what was typed here, else what the server holds. */
	enteredOf(report: EntryReport): Entered {
		const kept = this.entryOf(report);
		return kept?.entered ?? (report.newest ? enteredReport(report.newest) : {});
	}

	get #list(): EntryWork {
		if (!this.work) throw new Error('There is no report without a list of them.');
		return this.work;
	}

	periodOf({ period }: EntryReport): Pick<Period, 'code' | 'title'> {
		return this.#list.periods.find(({ code }) => code === period) ?? { code: period, title: null };
	}

	/** What the report asks for beside households; what it holds already can be corrected though it be no longer asked. */
	catalogueOf({ unit, newest }: EntryReport): FormCatalogue {
		const { catalogue, forms } = this.#list;
		const asked = forms[formKindOf(unit)] ?? [];
		const indicators = catalogue.indicators.filter(
			({ code }) => asked.includes(code) || newest?.values[code] !== undefined,
		);
		return { ...catalogue, indicators };
	}

	assess(report: EntryReport): Assessment {
		return assess(this.enteredOf(report), {
			unit: report.unit.code,
			period: report.period,
			catalogue: this.catalogueOf(report),
			earlier: report.earlier,
			warnings: report.warnings,
			register: report.register,
		});
	}

	change(report: EntryReport, fields: Entered): void {
		const entry = this.#draftOf(report);
		const entered = { ...entry.entered, ...fields };
		void this.#kept.write({ ...entry, state: 'draft', problems: [], entered });
	}

	#draftOf(report: EntryReport): KeptEntry {
		const kept = this.entryOf(report);
		if (kept?.state === 'draft' || kept?.state === 'refused') return kept;
		if (kept) return reopen(kept);
		const { account } = this.#kept;
		if (account === null) throw new Error('A draft belongs to an account.');
		return {
			key: entryKey(account, report.unit.code, report.period),
			account,
			unit: report.unit.code,
			period: report.period,
			state: 'draft',
			entered: this.enteredOf(report),
			basedOn: report.newest?.revision ?? 0,
			report: null,
			clientId: null,
			attempts: 0,
			nextAttemptAt: 0,
			problems: [],
			newest: null,
			received: null,
		};
	}

	/** Queues what is entered, unless something in it is wrong, and sends it if it can. */
	async submit(report: EntryReport): Promise<void> {
		if (this.assess(report).problems.length > 0) return;
		const draft = this.#draftOf(report);
		const clientId = newId();
		const { report: given } = this.assess(report);
		const about = { basedOn: draft.basedOn, clientId, deviceAt: now() };
		await this.#kept.write(queue(draft, clientId, { ...(given as object), ...about }));
		await askForSync();
		await this.#renew();
	}

	withdraw(report: EntryReport): void {
		const entry = this.entryOf(report);
		if (entry) void this.#kept.write(reopen(entry));
	}

	async discard(report: EntryReport): Promise<void> {
		const entry = this.entryOf(report);
		if (!entry) return;
		await this.#kept.remove(entry);
		await this.#renew();
	}

	/** Ends a conflict with the chosen figures, which build on the newer revision. */
	async resolve(report: EntryReport, chosen: Entered): Promise<void> {
		const entry = this.entryOf(report);
		if (!entry?.newest) return;
		await this.#kept.write({ ...reopen(entry, entry.newest.revision), entered: chosen });
		await this.submit(report);
	}

	tallyOf(unit: string): readonly TallyRow[] {
		return this.#kept.tallyOf(unit);
	}

	writeTally(unit: string, rows: readonly TallyRow[]): void {
		this.#kept.writeTally(unit, rows);
	}

	/** Puts what was ticked into the report's household figures. */
	useTally(report: EntryReport): void {
		const counts = countTally(this.tallyOf(report.unit.code));
		this.change(
			report,
			Object.fromEntries(
				householdFields.map((name) => [`householdSkills.${name}`, String(counts[name])]),
			),
		);
	}
}

/** A function, because the desk opens after the page: nothing is kept on a server. */
const [getDesk, provideDesk] = createContext<() => EntryDesk>();
export { getDesk, provideDesk };
