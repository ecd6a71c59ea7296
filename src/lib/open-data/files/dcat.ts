import { mediaTypes } from './data-package';
import { editionAnchor } from './edition-anchor';
import type { Edition } from './rows';

/** DCAT 3 names a type of file by its address there. */
const mediaTypeRegistry = 'https://www.iana.org/assignments/media-types';
const licenseAddress = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * DCAT 3 as JSON-LD: the catalogue, a series of months, and the files of each. What it names can be opened:
 * a dataset where its month's page lists it. @param address of `/du-lieu`.
 */
export function describeCatalogue(
	address: string,
	place: string,
	editions: readonly Edition[],
): Record<string, unknown> {
	const inBoth = (vi: string, en: string) => [
		{ '@language': 'vi', '@value': vi },
		{ '@language': 'en', '@value': en },
	];
	const publisher = {
		'@id': `${address}#publisher`,
		'@type': 'foaf:Organization',
		'foaf:name': `Nhịp Số, ${place}`,
	};
	const described = inBoth(
		'Trong bao nhiêu hộ có người làm được từng kỹ năng số cơ bản, theo xã; chỉ số liệu đã duyệt, số nhỏ được giấu.',
		'In how many households somebody is able in each basic digital skill, by commune; approved figures only, small counts withheld.',
	);
	return {
		'@context': {
			dcat: 'http://www.w3.org/ns/dcat#',
			dct: 'http://purl.org/dc/terms/',
			foaf: 'http://xmlns.com/foaf/0.1/',
			xsd: 'http://www.w3.org/2001/XMLSchema#',
		},
		'@id': address,
		'@type': 'dcat:Catalog',
		'dct:title': inBoth(`Dữ liệu mở Nhịp Số, ${place}`, `Nhịp Số open data, ${place}`),
		'dct:description': described,
		'dct:publisher': publisher,
		'dct:license': { '@id': licenseAddress },
		'dcat:dataset': [
			{
				'@id': `${address}#series`,
				'@type': 'dcat:DatasetSeries',
				'dct:description': described,
				'dct:publisher': { '@id': publisher['@id'] },
				'dct:title': inBoth('Kỹ năng số theo xã, từng tháng', 'Digital skills by commune, monthly'),
			},
			...editions.map(({ period, number, approvedAt }) => ({
				'@id': `${address}/${period}#${editionAnchor({ period, number })}`,
				'@type': 'dcat:Dataset',
				'dct:description': described,
				'dct:publisher': { '@id': publisher['@id'] },
				'dcat:landingPage': { '@id': `${address}/${period}` },
				'dct:title': inBoth(
					`Kỹ năng số theo xã, ${period}`,
					`Digital skills by commune, ${period}`,
				),
				'dct:identifier': `${period}.${number}`,
				'dcat:version': String(number),
				'dct:modified': { '@type': 'xsd:dateTime', '@value': approvedAt },
				'dct:temporal': {
					'@type': 'dct:PeriodOfTime',
					'dcat:startDate': { '@type': 'xsd:gYearMonth', '@value': period },
				},
				'dcat:inSeries': { '@id': `${address}#series` },
				'dcat:distribution': Object.entries(mediaTypes).map(([ending, mediaType]) => ({
					'@type': 'dcat:Distribution',
					'dcat:downloadURL': { '@id': `${address}/${period}/${number}/communes.${ending}` },
					'dcat:mediaType': { '@id': `${mediaTypeRegistry}/${mediaType}` },
					'dct:license': { '@id': licenseAddress },
				})),
			})),
		],
	};
}

/**
 * What search engines read of a page and the edition that its figures are taken from (schema.org).
 * @param addresses of the page, and of `/du-lieu`, below which the files lie.
 */
export function describeDataset(
	addresses: { page: string; files: string },
	{ title, lead, place }: { title: string; lead: string; place: string },
	{ period, number, approvedAt }: Edition,
): Record<string, unknown> {
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		...{ name: title, description: lead, url: addresses.page, license: licenseAddress },
		...{ isAccessibleForFree: true, temporalCoverage: period, dateModified: approvedAt },
		...{ version: `${period}.${number}`, spatialCoverage: place },
		creator: { '@type': 'Organization', name: `Nhịp Số, ${place}` },
		distribution: Object.entries(mediaTypes).map(([ending, encodingFormat]) => ({
			'@type': 'DataDownload',
			encodingFormat,
			contentUrl: `${addresses.files}/${period}/${number}/communes.${ending}`,
		})),
	};
}
