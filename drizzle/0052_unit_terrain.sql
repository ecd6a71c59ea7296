CREATE TABLE "unit_terrain" (
	"unit_id" integer PRIMARY KEY NOT NULL,
	"terrain" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "unit_terrain" ADD CONSTRAINT "unit_terrain_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;