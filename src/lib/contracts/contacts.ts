import type { PlaceName } from './admin-units';

/** The office that citizens of a unit may ask. */
export interface OfficeContact {
	unitId: number;
	/** Whose office it is. */
	unit: PlaceName;
	office: string;
	/** Empty like the others below where there is none. */
	phone: string;
	email: string;
	hours: string;
	/** Address of a channel on the web. */
	channel: string;
}
