CREATE TABLE "award_attestation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_attestation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nomination_id" integer NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"content_hash" text NOT NULL,
	"attested_by" integer NOT NULL,
	"attested_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "award_attestation" ADD CONSTRAINT "award_attestation_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_attestation" ADD CONSTRAINT "award_attestation_attested_by_account_id_fk" FOREIGN KEY ("attested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_attestation_nomination" ON "award_attestation" USING btree ("nomination_id");