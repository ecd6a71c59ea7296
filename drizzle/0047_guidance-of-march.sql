-- The guidance bears no number: it is of March 2022.
UPDATE "deadline_version" SET "clause" = replace("clause", 'Hướng dẫn số 3/2022 của Thanh Hóa', 'Hướng dẫn tháng 3/2022 của Thanh Hóa')
WHERE "created_by" IS NULL;
