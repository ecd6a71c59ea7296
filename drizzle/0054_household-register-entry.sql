CREATE TABLE "household_register_entry" (
	"unit_id" integer NOT NULL,
	"year" integer NOT NULL,
	"number" bigint NOT NULL,
	"households" integer,
	CONSTRAINT "household_register_entry_unit_id_year_number_pk" PRIMARY KEY("unit_id","year","number")
);
--> statement-breakpoint
ALTER TABLE "household_register_entry" ADD CONSTRAINT "household_register_entry_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "household_register_entry" ("unit_id", "year", "number", "households") SELECT "unit_id", "year", 0, "households" FROM "household_register";
