import { Part } from '../../ui/part';
import FindUnit from './FindUnit.svelte';
import Picture from './Picture.svelte';
import Tables from './Tables.svelte';
import Toolbar from './Toolbar.svelte';
import Why from './Why.svelte';

/** What of the explorer is taken over each for itself. */
export const parts = {
	find: Part.within('find', FindUnit),
	toolbar: Part.within('toolbar', Toolbar),
	picture: Part.within('picture', Picture),
	why: Part.within('why', Why),
	tables: Part.within('tables', Tables),
};
