import { pageNumber } from '../../contracts/text/address';

interface WithFlags {
	flags: readonly { isOpen: boolean }[];
}

const perPage = 100;
const openOf = ({ flags }: WithFlags) => flags.filter(({ isOpen }) => isOpen).length;

/** The part of a list that an address asks for: `tra-loi=cho` those with something open, `trang` a page. */
export function pageOfFlags<Listed extends WithFlags>(
	units: readonly Listed[],
	search: URLSearchParams,
) {
	const onlyOpen = search.get('tra-loi') === 'cho';
	const open = units.filter((unit) => openOf(unit) > 0);
	const wanted = onlyOpen ? open : units;
	const pages = Math.max(1, Math.ceil(wanted.length / perPage));
	const page = Math.min(pages, pageNumber(search));
	return {
		...{ page, pages, onlyOpen, all: units.length, open: open.length },
		units: wanted.slice((page - 1) * perPage, page * perPage),
	};
}
