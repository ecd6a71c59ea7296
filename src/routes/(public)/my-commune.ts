/** The commune that a visitor calls theirs; it stays on the device. */
export interface MyCommune {
	/** `/commune/07294-bo-ha` */
	path: string;
	name: string;
}

const key = 'xa-cua-toi';
const separator = '\n';

/** What was kept; null for nothing, or for what is no commune's page. */
export function keptCommune(storage: Pick<Storage, 'getItem'>): MyCommune | null {
	const [path = '', name = ''] = (storage.getItem(key) ?? '').split(separator);
	return /^\/commune\/[\w-]+$/.test(path) && name !== '' ? { path, name } : null;
}

export const keepCommune = (storage: Pick<Storage, 'setItem'>, { path, name }: MyCommune): void =>
	storage.setItem(key, [path, name].join(separator));

export const forgetCommune = (storage: Pick<Storage, 'removeItem'>): void =>
	storage.removeItem(key);
