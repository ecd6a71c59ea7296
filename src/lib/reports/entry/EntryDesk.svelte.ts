import { createContext } from 'svelte';
import { assess, type Assessment } from '../assess';
import { enteredReport, householdFields, type Entered } from '../form';
import {
	askForSync,
	channelName,
	deviceOwner,
	keepStorage,
	newId,
	now,
	onlyOneSender,
} from './device';
import type { DeviceStore, KeptTally } from './device-store';
import { entryKey, queue, reopen, type KeptEntry } from './kept-entry';
import { entryAddress, nextAttempt, sendWaiting } from './send';
import { countTally, type TallyRow } from './tally';
import type { EntryReport, EntryWork } from './work';

/** How the server sees this device, as far as it has said so. */
export type Standing = 'unknown' | 'signedIn' | 'signedOut' | 'notAllowed' | 'failed';

/**
 * An account's reports on this device: what may be entered, drafts, the queue, and their way to the
 * server. Everything typed is on the device before the next key.
 */
export class EntryDesk {
	readonly #locale: string;
	readonly #store: DeviceStore;
	#account = $state.raw<number | null>(null);
	#work = $state.raw<EntryWork | null>(null);
	#takenAt = $state.raw<string | null>(null);
	#entries = $state.raw<readonly KeptEntry[]>([]);
	#tallies = $state.raw<readonly KeptTally[]>([]);
	#standing = $state<Standing>('unknown');
	#isOnline = $state(true);
	#isReady = $state(false);
	#isSending = $state(false);
	#keeps = $state(true);
	#channel: BroadcastChannel | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(locale: string, store: DeviceStore) {
		this.#locale = locale;
		this.#store = store;
	}

	get work() {
		return this.#work;
	}
	/** When the list came from the server; ISO. */
	get takenAt() {
		return this.#takenAt;
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
	/** False where the browser refuses to keep anything. */
	get keeps() {
		return this.#keeps;
	}
	get waiting(): number {
		return this.#entries.filter(({ state }) => state === 'waiting').length;
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
		addEventListener('online', online);
		addEventListener('offline', offline);
		document.addEventListener('visibilitychange', visible);
		this.#channel?.addEventListener('message', sent);
		void this.#open();
		return () => {
			removeEventListener('online', online);
			removeEventListener('offline', offline);
			document.removeEventListener('visibilitychange', visible);
			this.#channel?.close();
			clearTimeout(this.#timer);
		};
	}

	async #open(): Promise<void> {
		await this.#show(deviceOwner(document.cookie));
		this.#isReady = true;
		await this.#renew();
	}

	/** Takes what an account has on this device, and nothing of any other. */
	async #show(account: number | null): Promise<void> {
		this.#account = account;
		const kept = account === null ? undefined : await this.#kept(() => this.#store.work(account));
		this.#work = kept?.work ?? null;
		this.#takenAt = kept?.takenAt ?? null;
		await this.#readEntries();
	}

	async #readEntries(): Promise<void> {
		const account = this.#account;
		const [entries, tallies] =
			account === null
				? [[], []]
				: await Promise.all([
						this.#kept(() => this.#store.entriesOf(account)),
						this.#kept(() => this.#store.talliesOf(account)),
					]);
		if (account !== this.#account) return;
		this.#entries = entries ?? [];
		this.#tallies = tallies ?? [];
		this.#plan();
	}

	/** Private windows of some browsers keep nothing: the form then works while it is open. */
	async #kept<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
		try {
			return await read();
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			this.#keeps = false;
			return undefined;
		}
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
		else await this.#take((await response.json()) as EntryWork);
	}

	async #take(work: EntryWork): Promise<void> {
		const takenAt = now();
		await this.#kept(() => this.#store.writeWork(work, takenAt));
		if (work.account.id !== this.#account) await this.#show(work.account.id);
		this.#work = work;
		this.#takenAt = takenAt;
		this.#standing = 'signedIn';
		await this.#forgetSent(work);
		keepStorage();
	}

	/** What the list tells by itself needs no copy here. */
	async #forgetSent({ reports }: EntryWork): Promise<void> {
		for (const { unit, period, newest } of reports) {
			const entry = this.#find(unit.code, period);
			const isListed = (newest?.revision ?? 0) >= (entry?.received?.revision ?? Infinity);
			if (entry?.state === 'sent' && isListed) await this.#remove(entry);
		}
	}

	/** @param impatient also what is pausing after a failure. */
	async send(impatient: boolean): Promise<void> {
		if (this.#isSending) return;
		this.#isSending = true;
		await onlyOneSender(async () => {
			const options = {
				impatient,
				now: Date.now,
				fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
			};
			const result = await this.#kept(() => sendWaiting(this.#store, options));
			if (result === 'signIn') this.#standing = 'signedOut';
		});
		this.#isSending = false;
		await this.#readEntries();
	}

	/** Wakes up when the next attempt is due. */
	#plan(): void {
		clearTimeout(this.#timer);
		const due = nextAttempt(this.#entries);
		if (due === null || due === 0 || this.#standing === 'signedOut') return;
		this.#timer = setTimeout(() => void this.send(false), Math.max(0, due - Date.now()));
	}

	entryOf({ unit, period }: EntryReport): KeptEntry | undefined {
		return this.#find(unit.code, period);
	}

	#find(unit: string, period: string): KeptEntry | undefined {
		return this.#entries.find((entry) => entry.unit === unit && entry.period === period);
	}

	/** What the form shows: what was typed here, else what the server holds. */
	enteredOf(report: EntryReport): Entered {
		const kept = this.entryOf(report);
		return kept?.entered ?? (report.newest ? enteredReport(report.newest) : {});
	}

	assess(report: EntryReport): Assessment {
		const { catalogue } = this.#work ?? {};
		if (!catalogue) throw new Error('There is no report without a list of them.');
		return assess(this.enteredOf(report), {
			unit: report.unit.code,
			period: report.period,
			catalogue,
			earlier: report.earlier,
			warnings: report.warnings,
		});
	}

	change(report: EntryReport, fields: Entered): void {
		const entry = this.#draftOf(report);
		const entered = { ...entry.entered, ...fields };
		void this.#write({ ...entry, state: 'draft', problems: [], entered });
	}

	#draftOf(report: EntryReport): KeptEntry {
		const kept = this.entryOf(report);
		if (kept?.state === 'draft' || kept?.state === 'refused') return kept;
		if (kept) return reopen(kept);
		if (this.#account === null) throw new Error('A draft belongs to an account.');
		return {
			key: entryKey(this.#account, report.unit.code, report.period),
			account: this.#account,
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

	async #write(entry: KeptEntry): Promise<void> {
		this.#entries = [...this.#entries.filter(({ key }) => key !== entry.key), entry];
		await this.#kept(() => this.#store.write(entry));
	}

	async #remove({ key }: KeptEntry): Promise<void> {
		this.#entries = this.#entries.filter((entry) => entry.key !== key);
		await this.#kept(() => this.#store.remove(key));
	}

	/** Queues what is entered, unless something in it is wrong, and sends it if it can. */
	async submit(report: EntryReport): Promise<void> {
		if (this.assess(report).problems.length > 0) return;
		const draft = this.#draftOf(report);
		const clientId = newId();
		const { report: given } = this.assess(report);
		const about = { basedOn: draft.basedOn, clientId, deviceAt: now() };
		await this.#write(queue(draft, clientId, { ...(given as object), ...about }));
		await askForSync();
		await this.#renew();
	}

	withdraw(report: EntryReport): void {
		const entry = this.entryOf(report);
		if (entry) void this.#write(reopen(entry));
	}

	async discard(report: EntryReport): Promise<void> {
		const entry = this.entryOf(report);
		if (!entry) return;
		await this.#remove(entry);
		await this.#renew();
	}

	/** Ends a conflict with the chosen figures, which build on the newer revision. */
	async resolve(report: EntryReport, chosen: Entered): Promise<void> {
		const entry = this.entryOf(report);
		if (!entry?.newest) return;
		await this.#write({ ...reopen(entry, entry.newest.revision), entered: chosen });
		await this.submit(report);
	}

	tallyOf(unit: string): readonly TallyRow[] {
		return this.#tallies.find((tally) => tally.unit === unit)?.rows ?? [];
	}

	writeTally(unit: string, rows: readonly TallyRow[]): void {
		const account = this.#account;
		if (account === null) return;
		const tally = { key: `${account}/${unit}`, account, unit, rows: [...rows] };
		this.#tallies = [...this.#tallies.filter((other) => other.unit !== unit), tally];
		void this.#kept(() => this.#store.writeTally(tally));
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
