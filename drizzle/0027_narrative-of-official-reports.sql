-- Difficulties and causes shared a text: it stays whole, where limits stand. Titles left empty are made anew.
UPDATE "official_report" SET "texts" = ("texts" - 'difficulties') || jsonb_build_object(
	'title', '', 'nextPeriod', '', 'outreachForms', '', 'outreachContents', '', 'coordination', '',
	'merits', '', 'limits', coalesce("texts"->>'difficulties', ''), 'causes', '', 'solutions', ''
) WHERE NOT "texts" ? 'limits';
