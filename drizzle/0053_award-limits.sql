-- What was a number in code is a setting with a paper: seasons that stand keep the numbers they were opened under.
insert into award_setting (season_id, key, value, basis, reason, set_by, set_at)
select season.id, usual.key, usual.value, began.basis, '', began.set_by, began.set_at
from award_season season
join lateral (
	select basis, set_by, set_at from award_setting
	where season_id = season.id order by id limit 1
) began on true
cross join (values
	('confidence', 90), ('peerCount', 10), ('flagJump', 20), ('flagMonthsAfter', 3), ('flagOneIn', 10000),
	('flagCopiedFigures', 8), ('flagCopiedDifferent', 5), ('flagCopiedMonths', 3), ('flagGain', 20),
	('flagNoGain', 0.5), ('flagActivities', 12), ('flagAllAble', 95), ('flagLogKept', 80),
	('flagUnitsOfAccount', 10), ('flagLateDays', 7), ('flagLateCorrections', 3), ('flagLatePart', 50)
) usual (key, value)
order by season.id;
