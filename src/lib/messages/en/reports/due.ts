export const due = {
	title: 'Reports to send',
	lead: 'Choose a report to enter its figures. It works without a connection, too.',
	overdue: 'Overdue',
	returned: 'Returned',
	upcoming: 'Not due yet',
	enter: (unit: string, period: string) => `${unit}, ${period}`,
	none: 'You have no more reports to send.',
	sent: (count: string) => (count === '1' ? '1 report was sent.' : `${count} reports were sent.`),
	leftOut: (count: string) =>
		count === '1'
			? 'One more unit is not shown here; look for it on the Reports page.'
			: `${count} more units are not shown here; look for them on the Reports page.`,
	all: 'See all reports',
};
