CREATE TABLE "surroundings" (
	"scope_unit_id" integer NOT NULL,
	"valid_from" date NOT NULL,
	"land" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "surroundings_scope_unit_id_valid_from_pk" PRIMARY KEY("scope_unit_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "surroundings" ADD CONSTRAINT "surroundings_scope_unit_id_admin_unit_id_fk" FOREIGN KEY ("scope_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;