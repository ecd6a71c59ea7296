/** Whether a list is to be searched or filtered: among one entry or none there is nothing to look for, unless that is what was found. */
export const offersFilters = (total: number, isFiltered: boolean): boolean =>
	isFiltered || total > 1;
