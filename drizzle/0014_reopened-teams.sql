CREATE TABLE "team_reopening" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_reopening_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" integer NOT NULL,
	"closed_on" date NOT NULL,
	"reason" text NOT NULL,
	"reopened_by" integer NOT NULL,
	"reopened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "team_reopening" ADD CONSTRAINT "team_reopening_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_reopening" ADD CONSTRAINT "team_reopening_reopened_by_account_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_reopening_team" ON "team_reopening" USING btree ("team_id");