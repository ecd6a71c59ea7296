-- Post and telecom enterprises become one kind of organisation among others.
UPDATE "admin_unit" SET "level" = 'organisation' WHERE "level" = 'enterprise';
